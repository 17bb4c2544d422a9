using MassTransit;

namespace Portal.Certificates.Features.TrackDeliveries;

/// <summary>Each message locks the row of its distribution, so few at a time suffice.</summary>
internal sealed class DeliveriesChangedConsumerDefinition : ConsumerDefinition<DeliveriesChangedConsumer>
{
    public DeliveriesChangedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<DeliveriesChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 8;
}
