using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts;

/// <summary>
/// What the agency's people may open to whom: while a client does not let the agency in, nobody of the agency may lead
/// a code for its account to another address or number, since that is stepping in by another door; and never to one of
/// their own.
/// </summary>
internal sealed class SignInAddressRules(IdentityDb db)
{
    /// <summary>
    /// What keeps an account from being opened to an address; null when nothing does. To be called in a transaction,
    /// which holds the client's decision on consent until it ends.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="email">As sign-in compares it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Error?> CheckAsync(Account account, string email, CancellationToken cancellationToken)
    {
        await db.TakeAccountTurnAsync(account.Id, cancellationToken);
        var consent = await db.Accounts.AsNoTracking().Where(one => one.Id == account.Id).Select(one => one.Consent)
            .SingleAsync(cancellationToken);
        if (!consent.Given)
        {
            return new ConsentWithdrawn();
        }

        return await db.Staff.AnyAsync(one => one.Email == email && one.IsActive, cancellationToken)
            ? new ContactIsStaff { Field = "email" }
            : null;
    }
}
