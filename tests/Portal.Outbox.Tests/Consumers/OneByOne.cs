using MassTransit;

namespace Portal.Outbox.Tests.Consumers;

/// <summary>Consumes one message after another, so that the order of consuming is the order of the queue.</summary>
internal sealed class OneByOne : ConsumerDefinition<RecordingConsumer>
{
    public OneByOne() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RecordingConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 100;
}
