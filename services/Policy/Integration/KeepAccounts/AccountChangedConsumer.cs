using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Accounts;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Integration.KeepAccounts;

/// <summary>
/// Keeps the copy of an account, and the name of the client on its policies. Told twice or late, nothing changes.
/// </summary>
internal sealed class AccountChangedConsumer(PolicyDb db, RowLocks locks, AccountTable accounts, AgencyScope scope)
    : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        scope.BindTo(message.AgencyId);
        var account = new AccountId(message.AccountId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AccountAsync(account, cancellationToken);
        await accounts.PutAsync([CopyOf(message)], cancellationToken);
        // An import's answer may have brought the same version before; only a newer one has the last word on the name.
        if (await db.Accounts.AnyAsync(
                known => known.Id == account && known.Version == message.Version, cancellationToken))
        {
            var policies = await db.Policies
                .Where(policy => policy.AccountId == account)
                .Where(policy => policy.ClientName != message.LegalName || policy.ClientRef != message.ClientRef)
                .ToListAsync(cancellationToken);
            policies.ForEach(policy => policy.NameClient(message.ClientRef, message.LegalName));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static Account CopyOf(AccountChanged message) => new()
    {
        Id = new AccountId(message.AccountId),
        AgencyId = new AgencyId(message.AgencyId),
        Version = message.Version,
        ClientRef = message.ClientRef,
        LegalName = message.LegalName,
        Dba = message.Dba,
        Address = message.Address,
    };
}
