using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;

namespace Portal.AppHost;

/// <summary>
/// What Aspire takes from a launch profile, from the working directory and from the developer's user secrets, so that
/// the host starts in any folder and two of them side by side.
/// </summary>
internal static class HostSettings
{
    /// <summary>The setting for a fixed port of the dashboard.</summary>
    public const string DashboardPortKey = "Portal:DashboardPort";

    /// <summary>Whether servers run as containers of the official images.</summary>
    public const string ContainersKey = "containers";

    private const int TokenBytes = 16;

    /// <summary>The project's folder.</summary>
    public static string Folder { get; } = typeof(
        HostSettings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(
            metadata => string.Equals(metadata.Key, "apphostprojectpath", StringComparison.OrdinalIgnoreCase)).Value!;

    /// <summary>The arguments with what they leave open put before them.</summary>
    public static string[] Complete(string[] args)
    {
        // A switch without a value would take the next argument for it.
        string[] given =
        [
            .. args.Select(argument => argument == $"--{ContainersKey}" ? $"--{ContainersKey}=true" : argument),
        ];
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(given).Build();
        var environment = settings["DOTNET_ENVIRONMENT"] is { Length: > 0 } named ? named : "Development";
        var data = DataFolder.Of(settings, Folder);
        var dashboard = settings.GetValue<int?>(DashboardPortKey) ?? FreePorts.Next();
        return
        [
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--environment={environment}",
            $"--{DataFolder.Key}={data.Root}",
            $"--ASPNETCORE_URLS={Loopback(dashboard)}",
            $"--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL={Loopback(FreePorts.Next())}",
            $"--ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL={Loopback(FreePorts.Next())}",
            $"--ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN={Token(data, "dashboard-token")}",
            $"--AppHost:OtlpApiKey={Token(data, "dashboard-otlp-key")}",
            $"--AppHost:DashboardApiKey={Token(data, "dashboard-api-key")}",
            $"--AppHost:McpApiKey={Token(data, "dashboard-mcp-key")}",
            .. given,
        ];
    }

    private static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static string Token(DataFolder data, string name) =>
        data.Secrets.GetOrAdd(name, () => RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true));
}
