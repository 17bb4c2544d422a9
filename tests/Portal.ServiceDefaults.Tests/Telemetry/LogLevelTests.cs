using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.ServiceDefaults.Tests.Telemetry;

public sealed class LogLevelTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Command", false)]
    [InlineData("System.Net.Http.HttpClient.Default.LogicalHandler", false)]
    [InlineData("Yarp.ReverseProxy.Forwarder.HttpForwarder", false)]
    [InlineData("Portal.Anything", true)]
    public void Requests_are_not_logged_by_their_addresses(string category, bool isTold) =>
        Assert.Equal(isTold, IsTold(category));

    [Fact]
    public void Whoever_asks_for_more_gets_it() =>
        Assert.True(
            IsTold(
                "Microsoft.AspNetCore.Hosting.Diagnostics", ("Logging:LogLevel:Microsoft.AspNetCore", "Information")));

    private static bool IsTold(string category, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddHostDefaults();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(LogLevel.Information);
    }
}
