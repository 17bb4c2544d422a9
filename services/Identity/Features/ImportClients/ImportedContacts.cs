using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Notices;
using Portal.Identity.Sessions;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.ImportClients;

/// <summary>What follows when a file names another address or number for primary contacts: the way in changes with it.</summary>
internal sealed class ImportedContacts(IdentityDb db, SessionBook sessions, SecurityNotices notices, TimeProvider time)
{
    private static readonly AuditActor Import = new() { Name = "Import", Role = ServiceDefaults.Tokens.Roles.Service };

    /// <summary>To be called in a transaction, after the accounts were saved; the caller saves again and commits.</summary>
    /// <param name="changed">The accounts, each with its primary contact as it was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FollowAsync(IReadOnlyCollection<(Account Account, Contact Before)> changed, CancellationToken cancellationToken)
    {
        foreach (var (account, before) in changed)
        {
            await notices.TellAsync(
                account.AgencyId, SecurityNotice.ContactChanged, before.Name, before.Email, account.Details.LegalName, cancellationToken);
            db.Record(Fact(account, AuditActions.ContactChanged, "primary", account.Details.PrimaryContact.Name));
        }

        var moved = changed.Where(one => Account.Comparable(one.Before.Email) != one.Account.PrimaryEmail)
            .Select(one => one.Account).OrderBy(account => account.Id).ToDictionary(account => account.Id);
        foreach (var id in moved.Keys)
        {
            await db.TakeClientTurnAsync(id, cancellationToken);
        }

        await MergeAsync(moved, cancellationToken);
        var signedIn = await sessions.LiveAsync(one => one.AccountId != null && moved.Keys.Contains(one.AccountId.Value), cancellationToken);
        foreach (var account in signedIn.Select(session => session.AccountId!.Value).Distinct().Select(id => moved[id]))
        {
            await sessions.EndWhereAccessIsLostAsync(account.AgencyId, account.Id, Import, cancellationToken);
        }
    }

    // A further contact whom the file makes the primary one is not two people.
    private async Task MergeAsync(Dictionary<Guid, Account> moved, CancellationToken cancellationToken)
    {
        var further = await db.FurtherContacts.Where(one => moved.Keys.Contains(one.AccountId)).ToListAsync(cancellationToken);
        foreach (var contact in further.Where(one => one.Email == moved[one.AccountId].PrimaryEmail))
        {
            db.FurtherContacts.Remove(contact);
            db.Record(Fact(moved[contact.AccountId], AuditActions.ContactRemoved, contact.Id.ToString(), contact.Name));
        }
    }

    private AuditFact Fact(Account account, string action, string target, string detail) =>
        Import.Did(action, target, account.AgencyId, account.Id, time.GetUtcNow()) with { Detail = detail };
}
