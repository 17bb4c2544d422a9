using MassTransit;

namespace Portal.Certificates.Features.ImportHolders;

/// <summary>Each order may hold thousands of rows; two at a time keep memory flat.</summary>
internal sealed class ImportHoldersConsumerDefinition : ConsumerDefinition<ImportHoldersConsumer>
{
    public ImportHoldersConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ImportHoldersConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 2;
}
