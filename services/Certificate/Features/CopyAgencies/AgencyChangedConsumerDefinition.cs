using MassTransit;

namespace Portal.Certificates.Features.CopyAgencies;

/// <summary>Few messages, one at a time.</summary>
internal sealed class AgencyChangedConsumerDefinition : ConsumerDefinition<AgencyChangedConsumer>
{
    public AgencyChangedConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<AgencyChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 4;
}
