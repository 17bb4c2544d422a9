using MassTransit;

namespace Portal.Certificates.Features.IssueCertificates;

/// <summary>As many batches at once as there are cores; one more waits in memory, the rest in the broker for any replica.</summary>
internal sealed class IssueCertificatesConsumerDefinition : ConsumerDefinition<IssueCertificatesConsumer>
{
    public IssueCertificatesConsumerDefinition() => ConcurrentMessageLimit = Environment.ProcessorCount;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<IssueCertificatesConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = Environment.ProcessorCount + 1;
}
