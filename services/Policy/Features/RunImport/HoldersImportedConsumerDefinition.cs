using MassTransit;

namespace Portal.Policies.Features.RunImport;

/// <summary>The answers of one import wait for each other; more at once would only hold connections.</summary>
internal sealed class HoldersImportedConsumerDefinition : ConsumerDefinition<HoldersImportedConsumer>
{
    public HoldersImportedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<HoldersImportedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 8;
}
