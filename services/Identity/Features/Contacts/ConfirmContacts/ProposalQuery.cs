using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>Looks proposals up.</summary>
internal static class ProposalQuery
{
    /// <summary>
    /// The undecided proposal of an id, tracked, with its client's turn until the transaction ends; null when there is
    /// none.
    /// </summary>
    public static async Task<ContactProposal?> TakeProposalAsync(
        this IdentityDb db, Guid id, CancellationToken cancellationToken)
    {
        var account = await db.ContactProposals.Where(one => one.Id == id).Select(one => (Guid?)one.AccountId)
            .SingleOrDefaultAsync(cancellationToken);
        if (account is not { } client)
        {
            return null;
        }

        await db.TakeClientTurnAsync(client, cancellationToken);
        return await db.ContactProposals.SingleOrDefaultAsync(
            one => one.Id == id && one.DismissedAt == null, cancellationToken);
    }
}
