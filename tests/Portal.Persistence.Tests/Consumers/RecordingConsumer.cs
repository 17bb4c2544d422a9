using MassTransit;
using Portal.Contracts.Certificates;
using Portal.Persistence.Tests.Support;

namespace Portal.Persistence.Tests.Consumers;

internal sealed class RecordingConsumer(MessageLog log) : IConsumer<DistributionStarted>
{
    public Task Consume(ConsumeContext<DistributionStarted> context)
    {
        log.Add(ReceivedMessage.Of(context));
        return Task.CompletedTask;
    }
}
