using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Clients;

/// <summary>
/// Who may sign in to which account: the primary contact by the primary e-mail address, each further contact whose
/// toggle is on. Asked at every sign-in, switch and token, so that what is taken away is gone at once.
/// </summary>
internal sealed class AccountAccess(IdentityDb db)
{
    /// <summary>The accounts that an address opens at an agency, by legal name.</summary>
    /// <param name="agencyId">The agency; the caller's scope need not be bound to it.</param>
    /// <param name="email">As sign-in compares it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<AccessibleAccount>> OfAsync(
        Guid agencyId, string email, CancellationToken cancellationToken)
    {
        var contacts = await db.FurtherContacts.IgnoreQueryFilters().AsNoTracking()
            .Where(contact => contact.AgencyId == agencyId && contact.Email == email && contact.HasAccess)
            .ToDictionaryAsync(contact => contact.AccountId, cancellationToken);
        var ids = contacts.Keys.ToList();
        var accounts = await db.Accounts.IgnoreQueryFilters().AsNoTracking()
            .Where(
                account => account.AgencyId == agencyId && (account.PrimaryEmail == email || ids.Contains(account.Id)))
            .OrderBy(account => account.SortName).ThenBy(account => account.Id)
            .ToListAsync(cancellationToken);
        return [.. accounts.Select(account => account.PrimaryEmail == email
            ? AccessibleAccount.Of(account, account.Details.PrimaryContact)
            : AccessibleAccount.Of(account, contacts[account.Id]))];
    }
}
