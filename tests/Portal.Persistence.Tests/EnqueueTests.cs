using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Persistence.Outbox;
using Portal.Persistence.Outbox.Relay;
using Portal.Persistence.Tests.Consumers;
using Portal.Persistence.Tests.Support;

namespace Portal.Persistence.Tests;

public sealed class EnqueueTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task A_change_that_is_rolled_back_sends_nothing()
    {
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "rollback", bus => bus.AddConsumer<RecordingConsumer>());
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Ledger>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestService.Token);
            db.Enqueue(TestService.Numbered(1), "rollback");
            await db.SaveChangesAsync(TestService.Token);
            await transaction.RollbackAsync(TestService.Token);
        }

        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(2), "rollback"));
        await service.Received.UntilAsync(1);
        await service.UntilOutboxIsEmptyAsync();

        Assert.Equal([2], service.Received.All.Select(message => message.Number));
    }

    [Fact]
    public async Task A_commit_wakes_the_relay_long_before_the_next_poll()
    {
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "wake", bus => bus.AddConsumer<RecordingConsumer>());
        var delays = new List<double>();
        for (var number = 0; number < 40; number++)
        {
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(number), "wake"));
            var committed = Stopwatch.GetTimestamp();
            await service.Received.UntilAsync(number + 1);
            delays.Add(Stopwatch.GetElapsedTime(committed, service.Received.All[^1].Timestamp).TotalMilliseconds);
        }

        // The first half warms up. The poll alone would take half a second in the median.
        var median = delays.Skip(20).Order().ElementAt(10);
        TestContext.Current.SendDiagnosticMessage("Commit to consumed: {0:F1} ms in the median", median);
        Assert.True(median < 100, $"The median was {median:F0} ms.");
    }

    [Fact]
    public async Task The_consumer_works_in_the_trace_of_the_change()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is OutboxSender.SourceName or "MassTransit" or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "trace", bus => bus.AddConsumer<RecordingConsumer>());
        using var source = new ActivitySource("test");
        ActivityTraceId trace;
        using (var change = source.StartActivity("change")!)
        {
            trace = change.TraceId;
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(1), "trace"));
        }

        await service.Received.UntilAsync(1);

        Assert.Equal(trace, service.Received.All[0].Trace);
    }

    [Fact]
    public async Task What_is_no_contract_is_refused_at_once()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker, "refused");

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => service.ChangeAsync(db => db.Enqueue(new Entry { AgencyId = Guid.Empty, Text = "" }, "refused")));

        Assert.Contains("Portal.Contracts", refusal.Message, StringComparison.Ordinal);
        Assert.False(await service.AskAsync(db => db.Set<OutboxMessage>().AnyAsync(TestService.Token)));
    }
}
