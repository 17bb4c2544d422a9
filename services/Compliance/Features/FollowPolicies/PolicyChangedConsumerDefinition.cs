using MassTransit;

namespace Portal.Compliance.Features.FollowPolicies;

/// <summary>Policies come by the thousand in an import; each is two statements.</summary>
internal sealed class PolicyChangedConsumerDefinition : ConsumerDefinition<PolicyChangedConsumer>
{
    public PolicyChangedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PolicyChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 32;
}
