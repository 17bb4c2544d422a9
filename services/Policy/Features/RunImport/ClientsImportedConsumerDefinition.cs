using MassTransit;

namespace Portal.Policies.Features.RunImport;

/// <summary>The answers of one import wait for each other; more at once would only hold connections.</summary>
internal sealed class ClientsImportedConsumerDefinition : ConsumerDefinition<ClientsImportedConsumer>
{
    public ClientsImportedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ClientsImportedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 8;
}
