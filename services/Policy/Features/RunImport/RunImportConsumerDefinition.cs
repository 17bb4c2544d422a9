using MassTransit;

namespace Portal.Policies.Features.RunImport;

/// <summary>Files can be large; one import at a time in a replica keeps memory flat.</summary>
internal sealed class RunImportConsumerDefinition : ConsumerDefinition<RunImportConsumer>
{
    public RunImportConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RunImportConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 1;
}
