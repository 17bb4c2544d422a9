using MassTransit;
using Portal.Certificates.Storage;
using Portal.Contracts.Accounts;

namespace Portal.Certificates.Integration.KeepAccounts;

/// <summary>Keeps the copy of the client that lists and exports name.</summary>
internal sealed class AccountChangedConsumer(AccountTable accounts) : IConsumer<AccountChanged>
{
    public Task Consume(ConsumeContext<AccountChanged> context)
    {
        var changed = context.Message;
        var copy = new AccountCopy
        {
            Id = changed.AccountId,
            AgencyId = changed.AgencyId,
            Version = changed.Version,
            ClientRef = changed.ClientRef,
            LegalName = changed.LegalName,
        };
        return accounts.KeepAsync(copy, context.CancellationToken);
    }
}
