using MassTransit;

namespace Portal.Identity.Features.ImportClients;

/// <summary>Orders are few and large.</summary>
internal sealed class ImportClientsConsumerDefinition : ConsumerDefinition<ImportClientsConsumer>
{
    public ImportClientsConsumerDefinition() => ConcurrentMessageLimit = 2;
}
