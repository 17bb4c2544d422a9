using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.Persistence;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts;

/// <summary>
/// Puts another primary contact into an account, by whichever road: judged, told to the address before and to the other
/// services, and whoever may not be in the account any more is signed out. To be called in a transaction that has the
/// client's turn; the caller commits.
/// </summary>
internal sealed class PrimaryContactChange(
    IdentityDb db, SignInAddressRules rules, SessionManager sessions, PowerNotices notices, TimeProvider time)
{
    /// <summary>Makes the change; what is wrong, or null.</summary>
    /// <param name="account">The account, tracked.</param>
    /// <param name="after">The contact as it is to be.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Error?> MakeAsync(
        Account account, Contact after, AuditActor actor, CancellationToken cancellationToken)
    {
        var (before, email, now) = (account.Details.PrimaryContact, Account.Comparable(after.Email), time.GetUtcNow());
        if (before == after)
        {
            return null;
        }

        if (await db.IsTakenAsync(account.Id, email, except: null, cancellationToken))
        {
            return new ContactExists { Field = "email" };
        }

        var isAnotherWayIn = account.IsAnotherWayIn(after);
        if (isAnotherWayIn && await rules.CheckAsync(account, email, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        account.Describe(account.Details with { PrimaryContact = after }, now);
        db.Enqueue(AccountMessages.Changed(account), $"account:{account.Id}");
        if (!await db.TrySaveAsync(cancellationToken))
        {
            return new ChangedMeanwhile();
        }

        if (isAnotherWayIn)
        {
            var use = new PowerUse(account.AgencyId, actor)
            {
                Affected = (before.Name, before.Email),
                Account = account,
            };
            await notices.TellAsync(Powers.ChangePrimary, use, cancellationToken);
        }

        await sessions.EndWhereAccessIsLostAsync(account.AgencyId, account.Id, actor, cancellationToken);
        db.Record(actor.Did(AuditActions.ContactChanged, Contact.PrimaryId, account.AgencyId, account.Id, now) with
        {
            Detail = Described(before, after),
        });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static string Described(Contact before, Contact after) => ContactChanges.Describe(
        after.Name, before.Name != after.Name, before.Email != after.Email, before.Mobile != after.Mobile);
}
