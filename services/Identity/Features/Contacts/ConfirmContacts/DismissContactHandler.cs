using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>Keeps today's contact.</summary>
internal sealed class DismissContactHandler(IdentityDb db, TimeProvider time)
{
    /// <summary>Keeps it; what is wrong, or null.</summary>
    public async Task<Error?> HandleAsync(HttpContext http, Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.TakeProposalAsync(id, cancellationToken) is not { } proposal)
        {
            return new ContactProposalNotFound();
        }

        var now = time.GetUtcNow();
        proposal.Dismiss(now);
        var detail = $"{proposal.Contact.Name}, {Mask.Email(proposal.Contact.Email)}";
        db.Record(http.Act(AuditActions.ProposalDismissed, "primary", now, proposal.AccountId, detail));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
