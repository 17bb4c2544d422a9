using MassTransit;

namespace Portal.Certificates.Features.OpenDistribution;

/// <summary>Opening is quick; the work is in the batches.</summary>
internal sealed class PoliciesRenewedConsumerDefinition : ConsumerDefinition<PoliciesRenewedConsumer>
{
    public PoliciesRenewedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PoliciesRenewedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 4;
}
