using MassTransit;

namespace Portal.Compliance.Features.FollowPolicies;

/// <summary>Policies come by the thousand in an import; each is one statement.</summary>
internal sealed class PolicyAddedConsumerDefinition : ConsumerDefinition<PolicyAddedConsumer>
{
    public PolicyAddedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PolicyAddedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 32;
}
