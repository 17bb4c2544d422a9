using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Http;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>Adds a further contact to a client.</summary>
internal sealed class AddContactHandler(
    IdentityDb db, SignInAddressRules rules, PowerNotices notices, TimeProvider time)
{
    public async Task<ContactOutcome> HandleAsync(
        HttpContext http, Guid accountId, AddContactRequest request, CancellationToken cancellationToken)
    {
        var fields = new FieldReader();
        var name = fields.Text("name", request.Name);
        var email = Account.Comparable(fields.Email("email", request.Email));
        var mobile = fields.Mobile("mobile", request.Mobile);
        if (fields.Problems.Count > 0)
        {
            return ContactOutcome.Fail(fields.Problems);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(accountId, cancellationToken);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken);
        if (account is null)
        {
            return new ClientNotFound();
        }

        if (email == account.PrimaryEmail)
        {
            return new ContactIsPrimary { Field = "email" };
        }

        if (await db.IsTakenAsync(accountId, email, except: null, cancellationToken))
        {
            return new ContactExists { Field = "email" };
        }

        if (request.Access && await rules.CheckAsync(account, email, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var contact = new FurtherContact
        {
            AgencyId = account.AgencyId,
            AccountId = accountId,
            Name = name,
            Email = email,
            Mobile = mobile,
            HasAccess = request.Access,
        };
        db.FurtherContacts.Add(contact);
        var now = time.GetUtcNow();
        db.Record(http.Act(AuditActions.ContactAdded, contact.Id.ToString(), now, accountId, name));
        if (request.Access)
        {
            db.Record(http.Act(AuditActions.AccessGiven, contact.Id.ToString(), now, accountId, name));
        }

        await notices.TellAsync(
            request.Access ? Powers.GiveAccess : Powers.AddContact,
            new PowerUse(account.AgencyId, http.AuditActor())
            {
                Account = account,
                Subject = ContactChanges.Describe(contact),
            },
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return FurtherContactResponse.Of(contact);
    }
}
