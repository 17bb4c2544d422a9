using MassTransit;

namespace Portal.Certificates.Features.CopyPolicies;

/// <summary>Policies come by the thousand in an import; each is its own row.</summary>
internal sealed class PolicyAddedConsumerDefinition : ConsumerDefinition<PolicyAddedConsumer>
{
    public PolicyAddedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PolicyAddedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 16;
}
