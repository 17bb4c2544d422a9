using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>Takes a proposed contact, by the rules for every change of a primary contact.</summary>
internal sealed class ConfirmContactHandler(IdentityDb db, PrimaryContactChange change, TimeProvider time)
{
    /// <summary>Takes it; what is wrong, or null, and then nothing changed.</summary>
    public async Task<Error?> HandleAsync(HttpContext http, Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.TakeProposalAsync(id, cancellationToken) is not { } proposal)
        {
            return new ContactProposalNotFound();
        }

        var account = await db.Accounts.SingleAsync(one => one.Id == proposal.AccountId, cancellationToken);
        await MergeAsync(http, account, proposal.Contact, cancellationToken);
        db.ContactProposals.Remove(proposal);
        if (await change.MakeAsync(account, proposal.Contact, http.AuditActor(), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    // A further contact who becomes the primary one is not two people.
    private async Task MergeAsync(
        HttpContext http, Account account, Contact contact, CancellationToken cancellationToken)
    {
        var email = Account.Comparable(contact.Email);
        if (await db.FurtherContacts.SingleOrDefaultAsync(
                one => one.AccountId == account.Id && one.Email == email, cancellationToken)
            is not { } further)
        {
            return;
        }

        db.FurtherContacts.Remove(further);
        db.Record(
            http.Act(AuditActions.ContactRemoved, further.Id.ToString(), time.GetUtcNow(), account.Id, further.Name));
        await db.SaveChangesAsync(cancellationToken);
    }
}
