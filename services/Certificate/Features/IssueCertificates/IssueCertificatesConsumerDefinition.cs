using MassTransit;

namespace Portal.Certificates.Features.IssueCertificates;

/// <summary>
/// As many batches at once as half the cores, so that the mails of the first batches leave while the last are rendered; one
/// more waits in memory, the rest in the broker for any replica.
/// </summary>
internal sealed class IssueCertificatesConsumerDefinition : ConsumerDefinition<IssueCertificatesConsumer>
{
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    public IssueCertificatesConsumerDefinition() => ConcurrentMessageLimit = AtOnce;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<IssueCertificatesConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = AtOnce + 1;
}
