using MassTransit;

namespace Portal.Notification.Features.QueueDeliveries;

/// <summary>Queuing is one insert of a batch; a few at a time keep ahead of the relay.</summary>
internal sealed class CertificatesIssuedConsumerDefinition : ConsumerDefinition<CertificatesIssuedConsumer>
{
    public CertificatesIssuedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CertificatesIssuedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 4;
}
