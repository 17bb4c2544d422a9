using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// How many messages wait in the service's queues, meter <c>Portal.Bus</c>; every replica tells the same.
/// </summary>
internal sealed class QueueMetrics
{
    public const string MeterName = "Portal.Bus";

    private readonly ObservableGauge<long> _waiting;
    private IReadOnlyList<QueueDepth> _depths = [];

    [SuppressMessage("Reliability", "CA2000", Justification = "The factory disposes its meters with the host.")]
    public QueueMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _waiting = meter.CreateObservableGauge(
            "portal.bus.waiting",
            Waiting,
            "{message}",
            "Messages that wait in a queue of the service for a consumer, or in a dead-letter queue for a person.");
    }

    /// <summary>Whether anybody wants to know.</summary>
    public bool IsWatched => _waiting.Enabled;

    /// <summary>Takes in how many wait now.</summary>
    public void Show(IReadOnlyList<QueueDepth> depths) => _depths = depths;

    private IEnumerable<Measurement<long>> Waiting() => _depths.Select(depth => new Measurement<long>(
        depth.Messages,
        new KeyValuePair<string, object?>("messaging.destination.name", depth.Queue),
        new KeyValuePair<string, object?>("portal.queue.kind", depth.IsDeadLetter ? "dead_letter" : "work")));
}
