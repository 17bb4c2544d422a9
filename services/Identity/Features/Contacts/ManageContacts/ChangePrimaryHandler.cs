using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Http;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>Changes the primary contact, which is a part of the account that the other services know.</summary>
internal sealed class ChangePrimaryHandler(IdentityDb db, PrimaryContactChange change)
{
    public async Task<ContactOutcome> HandleAsync(
        HttpContext http, Guid accountId, ChangeContactRequest request, string? ifMatch,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(accountId, cancellationToken);
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken) is not { } account)
        {
            return new ClientNotFound();
        }

        if (ChangedMeanwhile.Check(ifMatch, account.Version) is { } stale)
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

        if (await change.MakeAsync(account, after, http.AuditActor(), cancellationToken) is { } refusal)
        {
            return ContactOutcome.Fail([refusal]);
        }

        await transaction.CommitAsync(cancellationToken);
        return FurtherContactResponse.Of(account);
    }
}
