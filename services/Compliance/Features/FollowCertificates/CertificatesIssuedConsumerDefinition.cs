using MassTransit;

namespace Portal.Compliance.Features.FollowCertificates;

/// <summary>A fan-out shares the machine; one batch at a time keeps up with it and leaves the cores to it.</summary>
internal sealed class CertificatesIssuedConsumerDefinition : ConsumerDefinition<CertificatesIssuedConsumer>
{
    public CertificatesIssuedConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CertificatesIssuedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 4;
}
