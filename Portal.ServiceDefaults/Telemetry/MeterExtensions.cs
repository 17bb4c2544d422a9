using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace Portal.ServiceDefaults.Telemetry;

/// <summary>Meters of the portal's own, all of which begin with <c>Portal.</c> and are exported for it.</summary>
public static class MeterExtensions
{
    /// <summary>The host's meter of a name.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The factory disposes its meters with the host.")]
    public static Meter Named(this IMeterFactory meters, string name) => meters.Create(name);
}
