using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.Contracts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.CopyAccounts;

/// <summary>Keeps the copy of the client that lists and exports name.</summary>
internal sealed class AccountChangedConsumer(CertificateDb db, AgencyScope scope) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var changed = context.Message;
        scope.BindTo(changed.AgencyId);
        var copy = await db.Accounts.FirstOrDefaultAsync(
            account => account.Id == changed.AccountId, context.CancellationToken);
        if (copy is null)
        {
            db.Accounts.Add(new AccountCopy
            {
                Id = changed.AccountId,
                AgencyId = changed.AgencyId,
                Version = changed.Version,
                ClientRef = changed.ClientRef,
                LegalName = changed.LegalName,
            });
        }
        else if (copy.Version < changed.Version)
        {
            (copy.Version, copy.ClientRef, copy.LegalName) = (changed.Version, changed.ClientRef, changed.LegalName);
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }
}
