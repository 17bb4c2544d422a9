using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Access;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.ImportClients;
using Portal.Identity.Features.ListClients;
using Portal.Identity.Http;
using Portal.Identity.Notices;
using Portal.Identity.Sessions;
using Portal.Identity.Storage;
using Portal.Outbox;

namespace Portal.Identity.Features.ManageContacts;

/// <summary>Changes the primary contact, which is a part of the account that the other services know.</summary>
internal sealed class ChangePrimaryHandler(IdentityDb db, SessionBook sessions, SecurityNotices notices, TimeProvider time)
{
    public async Task<ContactOutcome> HandleAsync(
        HttpContext http, Guid accountId, ChangeContactRequest request, string? ifMatch, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(accountId, cancellationToken);
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken) is not { } account)
        {
            return new ClientUnknown();
        }

        if (ETags.Check(ifMatch, ETags.Of(account.Version)) is { } stale)
        {
            return stale;
        }

        if (request.Access is false)
        {
            return new PrimaryHasAccess { Field = "access" };
        }

        var before = account.Details.PrimaryContact;
        var fields = new FieldReader();
        var after = new Contact
        {
            Name = request.Name is null ? before.Name : fields.Text("name", request.Name),
            Email = request.Email is null ? before.Email : fields.Email("email", request.Email),
            Mobile = request.GivesMobile ? fields.Mobile("mobile", request.Mobile) : before.Mobile,
        };
        if (fields.Problems.Count > 0)
        {
            return ContactOutcome.Fail(fields.Problems);
        }

        if (await db.IsTakenAsync(accountId, Account.Comparable(after.Email), except: null, cancellationToken))
        {
            return new ContactExists { Field = "email" };
        }

        var now = time.GetUtcNow();
        if (!account.Describe(account.Details with { PrimaryContact = after }, now))
        {
            return ContactItem.Of(account);
        }

        db.Enqueue(AccountMessages.Changed(account), $"account:{account.Id}");
        if (!await db.TrySaveAsync(cancellationToken))
        {
            return new ChangedMeanwhile();
        }

        if ((before.Email, before.Mobile) != (after.Email, after.Mobile))
        {
            await notices.TellAsync(
                account.AgencyId, SecurityNotice.ContactChanged, before.Name, before.Email, account.Details.LegalName, cancellationToken);
        }

        await sessions.EndWhereAccessIsLostAsync(account.AgencyId, accountId, http.AuditActor(), cancellationToken);
        db.Record(http.Act(
            AuditActions.ContactChanged,
            ContactItem.Primary,
            now,
            accountId,
            ContactChanges.Describe(after.Name, before.Name != after.Name, before.Email != after.Email, before.Mobile != after.Mobile)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ContactItem.Of(account);
    }
}
