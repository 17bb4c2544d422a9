using MassTransit;
using Portal.Contracts;
using Portal.Outbox.Tests.Support;

namespace Portal.Outbox.Tests.Consumers;

/// <summary>Fails a message as often as the message's number says.</summary>
internal sealed class FailingConsumer(Seen<Sighting> seen) : IConsumer<DistributionStarted>
{
    public Task Consume(ConsumeContext<DistributionStarted> context)
    {
        var before = seen.All.Count(sighting => sighting.Sequence == context.Message.DistributionId);
        seen.Add(Sighting.Of(context));
        return before < context.Message.Total ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
    }
}
