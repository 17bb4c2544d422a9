using System.Globalization;
using Microsoft.Extensions.Configuration;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native;

/// <summary>What can be set of the native host itself.</summary>
internal sealed class NativeSettings
{
    /// <summary>The setting (or environment variable) that names the data folder.</summary>
    public const string DataKey = "PORTAL_DATA";

    /// <summary>Aspire's setting for tests: any free port instead of the ones asked for.</summary>
    public const string RandomizePortsKey = "DcpPublisher:RandomizePorts";

    /// <summary>The setting that makes the data folder go when the host ends.</summary>
    public const string DiscardDataKey = "Portal:DiscardData";

    /// <summary>Aspire's setting for the address of its dashboard, here of the status page.</summary>
    public const string StatusUrlKey = "ASPNETCORE_URLS";

    public NativeSettings(IConfiguration configuration, string appHostDirectory)
    {
        DataPath = Path.GetFullPath(configuration[DataKey] ?? Path.Combine("..", ".portal"), appHostDirectory);
        configuration[DataKey] = DataPath;
        var statusPort = configuration.GetValue<int?>("Portal:StatusPort") ?? new FreePorts().Next();
        StatusUrl = configuration[StatusUrlKey] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{statusPort}");
        DiscardData = configuration.GetValue(DiscardDataKey, defaultValue: false);
        RandomizePorts = configuration.GetValue(RandomizePortsKey, defaultValue: false);
    }

    public string DataPath { get; }

    /// <summary>The address of the status page.</summary>
    public string StatusUrl { get; }

    public bool DiscardData { get; }

    public bool RandomizePorts { get; }
}
