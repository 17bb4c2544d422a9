using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Notification.Telemetry;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Telemetry;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Telemetry;

public sealed class MailMetricTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_are_counted_by_outcome_and_none_is_left_in_doubt()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var isFirst = 0;
        fixture.Relay.Script = command => command.StartsWith("RCPT TO:<holder", StringComparison.Ordinal)
            && Interlocked.Exchange(ref isFirst, 1) == 0 ? "451 4.3.0 Not now" : null;
        var host = fixture.Start();
        using var recorder = new MetricRecorder(
            MailMetrics.MeterName, host.Services.GetRequiredService<IMeterFactory>());
        var issued = Some.Issued(10);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.Bus.PublishAsync(Some.Code("73519402"), Token);
        await fixture.ToldAsync(issued);
        await Eventually.TrueAsync(
            () => recorder.Count("portal.notification.urgent_mails", "portal.mail.outcome=accepted") == 1, Token);

        Assert.Equal(10, recorder.Sum("portal.notification.deliveries", "portal.mail.outcome=accepted"));
        Assert.Equal(1, recorder.Sum("portal.notification.deliveries", "portal.mail.outcome=retried"));
        Assert.Equal(0, recorder.Sum("portal.notification.deliveries", "portal.mail.outcome=failed"));
        Assert.Equal(0, recorder.Sum("portal.notification.in_doubt"));
        Assert.Equal(20, recorder.Count("portal.notification.in_doubt"));
        Assert.DoesNotContain(recorder.TagValues(), tag => tag.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_and_what_failed_is_measured()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command.StartsWith("RCPT TO:<holder", StringComparison.Ordinal)
            ? "550 5.1.1 No such user"
            : null;
        var host = fixture.Start();
        using var recorder = new MetricRecorder(
            MailMetrics.MeterName, host.Services.GetRequiredService<IMeterFactory>());
        var issued = Some.Issued(4);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        await Eventually.TrueAsync(
            () => recorder.Observe("portal.notification.waiting", "portal.delivery.state=failed") is 4, Token);
        Assert.Equal(0, recorder.Observe("portal.notification.waiting", "portal.delivery.state=due"));
    }
}
