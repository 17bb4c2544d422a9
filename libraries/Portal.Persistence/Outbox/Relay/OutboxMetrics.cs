using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>
/// The outbox in numbers, meter <c>Portal.Outbox</c>; every replica of a service reports the same count of what waits.
/// </summary>
internal sealed class OutboxMetrics
{
    public const string MeterName = "Portal.Outbox";

    private readonly Counter<long> _relayed;
    private readonly Counter<long> _setAside;
    private readonly ObservableGauge<long> _waiting;
    private OutboxBacklog? _backlog;

    public OutboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _relayed = meter.CreateCounter<long>(
            "portal.outbox.relayed", "{message}", "Messages that the broker has confirmed.");
        _setAside = meter.CreateCounter<long>(
            "portal.outbox.set_aside",
            "{message}",
            "Times that a message could not be sent through a fault of its own.");
        _waiting = meter.CreateObservableGauge(
            "portal.outbox.waiting", Waiting, "{message}", "Messages that wait to be sent.");
        meter.CreateObservableGauge(
            "portal.outbox.age", Age, "s", "Time that the oldest message has waited; 0 when none waits.");
    }

    /// <summary>Whether anybody wants to know what waits, which costs a statement each time.</summary>
    public bool IsWatched => _waiting.Enabled;

    public void Relayed(string type) =>
        _relayed.Add(1, KeyValuePair.Create<string, object?>("messaging.message.type", type));

    public void SetAside(string type) =>
        _setAside.Add(1, KeyValuePair.Create<string, object?>("messaging.message.type", type));

    /// <summary>Takes in what waits now.</summary>
    public void Show(OutboxBacklog backlog) => _backlog = backlog;

    private IEnumerable<Measurement<long>> Waiting() => _backlog is { } known ? [new(known.Waiting)] : [];

    private IEnumerable<Measurement<double>> Age() => _backlog is { } known ? [new(known.Oldest.TotalSeconds)] : [];
}
