using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Storage;

/// <summary>
/// Writes a client's consent by itself: it is no part of what <see cref="Account.Version"/> counts, so that taking it
/// back never fails because the client was imported anew at that moment.
/// </summary>
internal static class ConsentTable
{
    /// <summary>
    /// Writes the consent of an untracked account. To be called after saving, so that locks are taken in one order.
    /// </summary>
    public static Task SetConsentAsync(this IdentityDb db, Account account, CancellationToken cancellationToken) =>
        db.Accounts.Where(one => one.Id == account.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.Consent, account.Consent), cancellationToken);
}
