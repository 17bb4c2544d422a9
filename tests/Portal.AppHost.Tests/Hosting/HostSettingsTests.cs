using Microsoft.Extensions.Configuration;

namespace Portal.AppHost.Tests.Hosting;

/// <summary>What the host adds to its arguments, so that it starts anywhere.</summary>
public sealed class HostSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-settings-").FullName;

    [Fact]
    public void Two_hosts_have_ports_of_their_own()
    {
        var first = Complete();
        var second = Complete();

        foreach (
            var key in new[]
            {
                "ASPNETCORE_URLS",
                "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL",
                "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL",
            })
        {
            Assert.StartsWith("http://127.0.0.1:", first[key], StringComparison.Ordinal);
            Assert.NotEqual(first[key], second[key]);
        }
    }

    [Fact]
    public void The_token_of_the_dashboard_belongs_to_the_data_folder()
    {
        const string Token = "ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN";

        Assert.Equal(Complete()[Token], Complete()[Token]);
        Assert.NotEqual(Complete()[Token], Complete($"--PORTAL_DATA={Path.Combine(_folder, "other")}")[Token]);
    }

    [Fact]
    public void What_is_given_counts_more()
    {
        var settings = Complete(
            "--environment=Production", "--Portal:DashboardPort=18888", "--containers", "--replicas", "2");

        Assert.Equal("Production", settings["environment"]);
        Assert.Equal("http://127.0.0.1:18888", settings["ASPNETCORE_URLS"]);
        Assert.Equal("true", settings["containers"]);
        Assert.Equal("2", settings["replicas"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IConfiguration Complete(params string[] args) =>
        new ConfigurationBuilder().AddCommandLine(HostSettings.Complete([$"--PORTAL_DATA={_folder}", .. args])).Build();
}
