using MassTransit;
using Portal.Contracts;
using Portal.Outbox.Tests.Support;

namespace Portal.Outbox.Tests.Consumers;

internal sealed class RecordingConsumer(Seen<Sighting> seen) : IConsumer<DistributionStarted>
{
    public Task Consume(ConsumeContext<DistributionStarted> context)
    {
        seen.Add(Sighting.Of(context));
        return Task.CompletedTask;
    }
}
