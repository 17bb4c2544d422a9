using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Delegations.StartDelegation;

/// <summary>
/// Decides who may step in where, and lets them. A refusal over a known client is entered into the audit trail too.
/// </summary>
internal sealed class StartDelegationHandler(
    IdentityDb db, SessionManager sessions, DelegationManager delegations, AccountAccess access, TimeProvider time)
{
    public async Task<Result<StartedDelegation>> HandleAsync(
        HttpContext http, DelegationOrder order, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await sessions.TakeAsync(http.User.SessionId().GetValueOrDefault(), cancellationToken) is not { } session)
        {
            return new SessionOver();
        }

        var member = await db.Staff.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == session.SubjectId, cancellationToken);
        if (session.Kind != SessionKind.Staff || member is not { IsActive: true }
            || http.User.DelegationId() is not null)
        {
            return new StaffOnly();
        }

        await db.TakeAccountTurnAsync(order.AccountId, cancellationToken);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == order.AccountId, cancellationToken);
        if (account is null)
        {
            return new ClientNotFound();
        }

        var refusal = await CheckAsync(order, session, member, account, cancellationToken);
        var started = refusal is null ? Begin(http, order, session, member, account) : Refuse(http, account, refusal);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return started;
    }

    private async Task<Error?> CheckAsync(
        DelegationOrder order, Session session, StaffMember member, Account account,
        CancellationToken cancellationToken)
    {
        if (order.Mode == DelegationMode.Manage && member.Role == StaffRole.Assistant)
        {
            return new ViewOnlyForAssistants();
        }

        var own = await access.OfAsync(member.AgencyId, member.Email, cancellationToken);
        if (own.Any(one => one.AccountId == account.Id))
        {
            return new OwnClient();
        }

        if (!account.Consent.Given)
        {
            return new ConsentWithdrawn();
        }

        return !Powers.StepIn.NeedsFreshFactor || session.IsFresh(time.GetUtcNow()) ? null : new SecondFactorStale();
    }

    private Result<StartedDelegation> Begin(
        HttpContext http, DelegationOrder order, Session session, StaffMember member, Account account)
    {
        var now = time.GetUtcNow();
        var delegation = new Delegation
        {
            AgencyId = member.AgencyId,
            AccountId = account.Id,
            StaffId = member.Id,
            StaffName = member.Name,
            SessionId = session.Id,
            Mode = order.Mode,
            Reason = order.Reason,
            StartedAt = now,
            ExpiresAt = now.AddMinutes(order.Minutes),
        };
        delegations.Begin(delegation, http.AuditActor());
        return new StartedDelegation(
            DelegationResponse.Of(delegation, account.Details.LegalName, now), session.Renew(now));
    }

    private Result<StartedDelegation> Refuse(HttpContext http, Account account, Error refusal)
    {
        var refused = http.Act(
            AuditActions.DelegationRefused, account.Id.ToString(), time.GetUtcNow(), account.Id, refusal.Code);
        db.Record(refused with { Outcome = AuditOutcome.Refused });
        return refusal;
    }
}
