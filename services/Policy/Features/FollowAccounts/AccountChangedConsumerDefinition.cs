using MassTransit;

namespace Portal.Policies.Features.FollowAccounts;

/// <summary>Accounts come by the hundred in an import; each is its own.</summary>
internal sealed class AccountChangedConsumerDefinition : ConsumerDefinition<AccountChangedConsumer>
{
    public AccountChangedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<AccountChangedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = 16;
}
