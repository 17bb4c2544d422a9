using MassTransit;

namespace Portal.Notification.Features.SendCode;

/// <summary>People wait, each for one message; more at once than connections, so that one that is tried again holds nobody up.</summary>
internal sealed class CodeRequestedConsumerDefinition : ConsumerDefinition<CodeRequestedConsumer>
{
    public CodeRequestedConsumerDefinition() => ConcurrentMessageLimit = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CodeRequestedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 16;
}
