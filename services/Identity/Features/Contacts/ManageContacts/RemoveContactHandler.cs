using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>Removes a further contact, who is signed out at once.</summary>
internal sealed class RemoveContactHandler(IdentityDb db, SessionManager sessions, TimeProvider time)
{
    /// <summary>Removes it; what is wrong, or null.</summary>
    public async Task<Error?> HandleAsync(
        HttpContext http, Guid accountId, string contactId, string? ifMatch, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(accountId, cancellationToken);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken);
        if (account is null)
        {
            return new ClientNotFound();
        }

        if (contactId == Contact.PrimaryId)
        {
            return new PrimaryStays();
        }

        if (await db.FindContactAsync(accountId, contactId, cancellationToken) is not { } contact)
        {
            return new ContactNotFound();
        }

        if (ChangedMeanwhile.Check(ifMatch, contact.RowVersion) is { } stale)
        {
            return stale;
        }

        db.FurtherContacts.Remove(contact);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndWhereAccessIsLostAsync(account.AgencyId, accountId, http.AuditActor(), cancellationToken);
        db.Record(
            http.Act(AuditActions.ContactRemoved, contact.Id.ToString(), time.GetUtcNow(), accountId, contact.Name));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
