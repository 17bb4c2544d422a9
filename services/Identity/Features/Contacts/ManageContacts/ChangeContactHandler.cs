using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Http;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>Changes a further contact, and signs out whoever may not be in the account any more.</summary>
internal sealed class ChangeContactHandler(
    IdentityDb db, SignInAddressRules rules, SessionManager sessions, PowerNotices notices, TimeProvider time)
{
    public async Task<ContactOutcome> HandleAsync(
        HttpContext http,
        Guid accountId,
        string contactId,
        ChangeContactRequest request,
        string? ifMatch,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(accountId, cancellationToken);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken);
        if (account is null)
        {
            return new ClientNotFound();
        }

        if (await db.FindContactAsync(accountId, contactId, cancellationToken) is not { } contact)
        {
            return new ContactNotFound();
        }

        if (ChangedMeanwhile.Check(ifMatch, contact.RowVersion) is { } stale)
        {
            return stale;
        }

        var fields = new FieldReader();
        var name = request.Name is null ? contact.Name : fields.Text("name", request.Name);
        var email = request.Email is null ? contact.Email : Account.Comparable(fields.Email("email", request.Email));
        var mobile = request.GivesMobile ? fields.Mobile("mobile", request.Mobile) : contact.Mobile;
        if (fields.Problems.Count > 0)
        {
            return ContactOutcome.Fail(fields.Problems);
        }

        if (email == account.PrimaryEmail)
        {
            return new ContactIsPrimary { Field = "email" };
        }

        if (await db.IsTakenAsync(accountId, email, contact.Id, cancellationToken))
        {
            return new ContactExists { Field = "email" };
        }

        var before = (contact.Name, contact.Email, contact.Mobile, contact.HasAccess);
        var after = (Name: name, Email: email, Mobile: mobile, HasAccess: request.Access ?? contact.HasAccess);
        if (before == after)
        {
            return FurtherContactResponse.Of(contact);
        }

        var isAnotherWayIn = after.HasAccess && (!before.HasAccess || (before.Email, before.Mobile) != (email, mobile));
        if (isAnotherWayIn && await rules.CheckAsync(account, email, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        (contact.Name, contact.Email, contact.Mobile, contact.HasAccess) = after;
        await db.SaveChangesAsync(cancellationToken);
        var use = new PowerUse(account.AgencyId, http.AuditActor())
        {
            Account = account,
            Subject = ContactChanges.Describe(contact),
        };
        if (isAnotherWayIn)
        {
            await notices.TellAsync(
                before.HasAccess ? Powers.ChangeContact : Powers.GiveAccess,
                before.HasAccess ? use with { Affected = (before.Name, before.Email) } : use,
                cancellationToken);
        }

        await sessions.EndWhereAccessIsLostAsync(account.AgencyId, accountId, http.AuditActor(), cancellationToken);
        Record(http, contact, before);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return FurtherContactResponse.Of(contact);
    }

    private void Record(
        HttpContext http, FurtherContact contact, (string Name, string Email, string? Mobile, bool HasAccess) before)
    {
        var now = time.GetUtcNow();
        if ((before.Name, before.Email, before.Mobile) != (contact.Name, contact.Email, contact.Mobile))
        {
            db.Record(http.Act(
                AuditActions.ContactChanged,
                contact.Id.ToString(),
                now,
                contact.AccountId,
                ContactChanges.Describe(
                    contact.Name,
                    before.Name != contact.Name,
                    before.Email != contact.Email,
                    before.Mobile != contact.Mobile)));
        }

        if (before.HasAccess != contact.HasAccess)
        {
            var action = contact.HasAccess ? AuditActions.AccessGiven : AuditActions.AccessTaken;
            db.Record(http.Act(action, contact.Id.ToString(), now, contact.AccountId, contact.Name));
        }
    }
}
