using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Contacts;

/// <summary>Looks further contacts up.</summary>
internal static class ContactQuery
{
    /// <summary>The client's contact of an id as it stands in an address; null when there is none.</summary>
    public static async Task<FurtherContact?> FindContactAsync(
        this IdentityDb db, Guid accountId, string contactId, CancellationToken cancellationToken) =>
        Guid.TryParse(contactId, out var id)
            ? await db.FurtherContacts.SingleOrDefaultAsync(
                one => one.AccountId == accountId && one.Id == id, cancellationToken)
            : null;

    /// <summary>Whether another further contact of the client has an address.</summary>
    public static Task<bool> IsTakenAsync(
        this IdentityDb db, Guid accountId, string email, Guid? except, CancellationToken cancellationToken) =>
        db.FurtherContacts.AnyAsync(
            one => one.AccountId == accountId && one.Email == email && one.Id != except, cancellationToken);
}
