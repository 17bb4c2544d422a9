using MassTransit;

namespace Portal.Notification.Features.SendSecurityNotice;

/// <summary>Notices are few, and leave the connections to codes.</summary>
internal sealed class SecurityNoticeRequestedConsumerDefinition : ConsumerDefinition<SecurityNoticeRequestedConsumer>
{
    public SecurityNoticeRequestedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SecurityNoticeRequestedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 2;
}
