using MassTransit;

namespace Portal.Certificates.Features.CopyPolicies;

/// <summary>Policies come by the thousand in an import; each is its own row.</summary>
internal sealed class PolicyChangedConsumerDefinition : ConsumerDefinition<PolicyChangedConsumer>
{
    public PolicyChangedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PolicyChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 16;
}
