using System.Diagnostics.Metrics;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Notification.Telemetry;

/// <summary>Mails in numbers, meter <c>Portal.Notification</c>: never to whom.</summary>
internal sealed class MailMetrics
{
    public const string MeterName = "Portal.Notification";

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _urgent;
    private readonly UpDownCounter<long> _inDoubt;
    private readonly ObservableGauge<long> _waiting;
    private DeliveryBacklog? _backlog;

    public MailMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _deliveries = meter.CreateCounter<long>(
            "portal.notification.deliveries", "{delivery}",
            "Attempts to deliver a certificate's mail, by what came of them.");
        _urgent = meter.CreateCounter<long>(
            "portal.notification.urgent_mails", "{mail}",
            "Attempts to send a code or a notice by mail or text message, by what came of them.");
        _inDoubt = meter.CreateUpDownCounter<long>(
            "portal.notification.in_doubt", "{mail}",
            "Mails of this process of which nobody knows yet whether the relay accepted them.");
        _waiting = meter.CreateObservableGauge(
            "portal.notification.waiting", () => Waiting(), "{delivery}",
            "Deliveries that are due, wait for their next attempt, or have failed.");
    }

    /// <summary>Whether anybody wants to know what waits, which costs a statement each time.</summary>
    public bool IsWatched => _waiting.Enabled;

    /// <summary>An attempt of a delivery ended.</summary>
    /// <param name="outcome">Of the attempt.</param>
    /// <param name="isGivenUp">Whether it was the last one.</param>
    public void Delivered(MailOutcome outcome, bool isGivenUp) => _deliveries.Add(1, Tag(outcome switch
    {
        MailOutcome.Accepted => "accepted",
        _ when isGivenUp => "failed",
        MailOutcome.Deferred => "retried",
        _ => "unavailable",
    }));

    /// <summary>An attempt of a mail that a person waits for ended.</summary>
    public void Urgent(MailOutcome outcome) => _urgent.Add(1, Tag(outcome.Name));

    /// <summary>A mail is in doubt until the answer is disposed.</summary>
    public InDoubtSpell BeginDoubt()
    {
        _inDoubt.Add(1);
        return new InDoubtSpell(_inDoubt);
    }

    /// <summary>Takes in what waits now.</summary>
    public void Show(DeliveryBacklog now) => _backlog = now;

    private static KeyValuePair<string, object?> Tag(string outcome) => new("portal.mail.outcome", outcome);

    private IEnumerable<Measurement<long>> Waiting() => _backlog is not { } known ? [] :
    [
        new(known.Due, StateOf("due")),
        new(known.Later, StateOf("later")),
        new(known.Failed, StateOf("failed")),
    ];

    private static KeyValuePair<string, object?> StateOf(string state) => new("portal.delivery.state", state);
}
