using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions;

/// <summary>Tells what a session is, to whom it belongs or to who stepped in from it.</summary>
internal sealed class SessionDescriber(IdentityDb db, AccountAccess access)
{
    /// <summary>As the session's own person sees it.</summary>
    public async Task<SessionResponse> OfAsync(Session session, string role, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccessibleAccount> accounts = session.Kind == SessionKind.Client
            ? await access.OfAsync(session.AgencyId, session.Email, cancellationToken)
            : [];
        var open = accounts.SingleOrDefault(one => one.AccountId == session.AccountId);
        return new SessionResponse(
            session.Kind,
            new PersonResponse(session.SubjectId, session.Name, session.Email),
            role,
            await AgencyAsync(session.AgencyId, cancellationToken),
            open is null ? null : SessionClientResponse.Of(open),
            [.. accounts.Select(SessionClientResponse.Of)],
            Mode: null,
            Actor: null,
            Delegation: null,
            session.StartedAt,
            session.IdleAt,
            session.ExpiresAt,
            session.SecondFactorAt);
    }

    /// <summary>As it is seen below /as/; null when the delegation is not there any more.</summary>
    public async Task<SessionResponse?> OfDelegateAsync(
        Session session, Guid delegationId, Actor actor, CancellationToken cancellationToken)
    {
        var delegation = await db.Delegations.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == delegationId, cancellationToken);
        if (delegation is null)
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking()
            .SingleAsync(one => one.Id == delegation.AccountId, cancellationToken);
        return new SessionResponse(
            SessionKind.Client,
            new PersonResponse(account.Id, account.Details.LegalName, Email: null),
            Roles.Insured,
            await AgencyAsync(session.AgencyId, cancellationToken),
            SessionClientResponse.Of(account),
            Clients: [],
            Domain.Delegations.DelegationModes.Claim(delegation.Mode),
            new ActorResponse(actor.Id, actor.Name),
            new SessionDelegationResponse(delegation.Id, delegation.Reason, delegation.StartedAt, delegation.ExpiresAt),
            session.StartedAt,
            session.IdleAt,
            session.ExpiresAt,
            SecondFactorAt: null);
    }

    private async Task<SessionAgencyResponse> AgencyAsync(
        Guid agencyId, CancellationToken cancellationToken) => SessionAgencyResponse.Of(
        await db.Agencies.IgnoreQueryFilters([AgencyScope.Filter]).AsNoTracking().SingleAsync(
            one => one.Id == agencyId, cancellationToken));
}
