using MassTransit;

namespace Portal.Compliance.Features.FollowPolicies;

/// <summary>Renewals come one by one and are small.</summary>
internal sealed class PoliciesRenewedConsumerDefinition : ConsumerDefinition<PoliciesRenewedConsumer>
{
    public PoliciesRenewedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PoliciesRenewedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 8;
}
