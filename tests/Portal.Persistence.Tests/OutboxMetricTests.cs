using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Support;
using Portal.Testing.Telemetry;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests;

public sealed class OutboxMetricTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task What_waits_is_measured_by_number_and_age_and_what_left_by_type()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);
        using var recorder = new MetricRecorder("Portal.Outbox", service.Services.GetRequiredService<IMeterFactory>());

        // Nobody consumes from the queue, so that the order waits.
        await service.ChangeAsync(db => db.EnqueueSend(TestService.Numbered(1), "nobody-is-there", "waits"));
        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(2), "leaves"));

        await Eventually.TrueAsync(
            () => recorder.Observe("portal.outbox.waiting") is 1,
            TestService.Token,
            "the order that waits to be measured");
        Assert.True(recorder.Observe("portal.outbox.age") > 0);
        Assert.DoesNotContain(recorder.TagValues(), tag => tag.Contains("waits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_that_left_are_counted_once()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker, "counted");
        using var recorder = new MetricRecorder("Portal.Outbox", service.Services.GetRequiredService<IMeterFactory>());

        for (var message = 0; message < 5; message++)
        {
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(message), $"counted:{message}"));
        }

        await Eventually.TrueAsync(
            () => recorder.Sum(
                "portal.outbox.relayed",
                "messaging.message.type=DistributionStarted") is 5, TestService.Token, "five messages to be counted");
    }
}
