using System.Collections.Concurrent;
using System.Diagnostics;
using Portal.Notification.Telemetry;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Telemetry;

/// <summary>A trace ends with the mail that the relay accepted.</summary>
public sealed class MailSpanTests : IDisposable
{
    private readonly Servers _servers;
    private readonly ActivitySource _test = new("MailSpanTests");
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];

    public MailSpanTests(Servers servers)
    {
        _servers = servers;
        _listener = new ActivityListener
        {
            ShouldListenTo = source =>
                source.Name is "MailSpanTests" or "MassTransit" or "Npgsql" or "Portal.Outbox" or MailSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mails_of_a_distribution_are_sent_in_its_trace_with_a_span_a_batch_and_none_a_mail()
    {
        await using var fixture = await NotificationFixture.CreateAsync(_servers);
        fixture.Start();
        var issued = Some.Issued(100);

        var trace = await InTraceAsync(() => fixture.Bus.PublishAsync(issued, Token));
        await fixture.ToldAsync(issued);
        await Eventually.TrueAsync(() => Of(trace, "relay DeliveriesChanged").Count > 0, Token);

        var sent = Of(trace, "send mails");
        Assert.InRange(sent.Count, 1, 20);
        Assert.Equal(100, sent.Sum(span => (int)span.GetTagItem("portal.mails.accepted")!));
        Assert.Equal(100, sent.Sum(span => (int)span.GetTagItem("messaging.batch.message_count")!));
        Assert.DoesNotContain(
            _ended,
            span => span.TraceId == trace && StatementOf(span).Contains("receipts (", StringComparison.Ordinal));
        Assert.Contains(
            _ended,
            span => span.TraceId == trace && StatementOf(span).Contains("deliveries", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_a_person_waits_for_has_a_span_of_its_own_in_the_trace_of_what_caused_it()
    {
        await using var fixture = await NotificationFixture.CreateAsync(_servers);
        fixture.Start();

        var trace = await InTraceAsync(() => fixture.Bus.PublishAsync(Some.Code("73519402"), Token));
        await Eventually.TrueAsync(() => Of(trace, "send mail").Count > 0, Token);

        var span = Assert.Single(Of(trace, "send mail"));
        Assert.Equal("accepted", span.GetTagItem("portal.mail.outcome"));
        Assert.DoesNotContain(
            span.TagObjects, tag => tag.Value is string text && text.Contains('@', StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }

    private async Task<ActivityTraceId> InTraceAsync(Func<Task> publish)
    {
        using var activity = _test.StartActivity("renewal")!;
        await publish();
        return activity.TraceId;
    }

    private List<Activity> Of(ActivityTraceId trace, string name) =>
        [.. _ended.Where(span => span.TraceId == trace && span.DisplayName == name)];

    private static string StatementOf(Activity span) => span.GetTagItem("db.query.text")?.ToString() ?? "";
}
