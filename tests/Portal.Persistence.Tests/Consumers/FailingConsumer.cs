using MassTransit;
using Portal.Contracts.Certificates;
using Portal.Persistence.Tests.Support;

namespace Portal.Persistence.Tests.Consumers;

/// <summary>Fails a message as often as the message's number says.</summary>
internal sealed class FailingConsumer(MessageLog log) : IConsumer<DistributionStarted>
{
    public Task Consume(ConsumeContext<DistributionStarted> context)
    {
        var before = log.All.Count(message => message.Sequence == context.Message.DistributionId);
        log.Add(ReceivedMessage.Of(context));
        return before < context.Message.Total ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
    }
}
