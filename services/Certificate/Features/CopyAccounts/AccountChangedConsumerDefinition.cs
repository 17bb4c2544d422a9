using MassTransit;

namespace Portal.Certificates.Features.CopyAccounts;

/// <summary>Accounts come by the thousand in an import; each is its own row.</summary>
internal sealed class AccountChangedConsumerDefinition : ConsumerDefinition<AccountChangedConsumer>
{
    public AccountChangedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<AccountChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 16;
}
