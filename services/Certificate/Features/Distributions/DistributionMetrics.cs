using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Certificates.Features.Distributions;

/// <summary>The fan-out in numbers, meter <c>Portal.Certificate</c>.</summary>
internal sealed class DistributionMetrics
{
    public const string MeterName = "Portal.Certificate";

    // A distribution takes from a tenth of a second to the day and a half after which a delivery is given up.
    private static readonly InstrumentAdvice<double> Durations =
        new() { HistogramBucketBoundaries = [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14400, 86400] };

    private readonly Counter<long> _issued;
    private readonly Histogram<double> _duration;

    public DistributionMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _issued = meter.CreateCounter<long>(
            "portal.certificate.issued",
            "{certificate}",
            "Certificates that were issued; their rate is that of the fan-out.");
        _duration = meter.CreateHistogram(
            "portal.certificate.distribution.duration", "s", "From the start of a distribution to its last delivery.",
            advice: Durations);
    }

    /// <summary>A batch was issued and committed.</summary>
    public void Issued(int certificates) => _issued.Add(certificates);

    /// <summary>Nothing more is to come of a distribution.</summary>
    public void Finished(TimeSpan duration, bool withFailures) => _duration.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("portal.distribution.outcome", withFailures ? "with_failures" : "delivered"));
}
