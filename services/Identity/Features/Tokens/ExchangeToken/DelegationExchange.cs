using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>
/// The gateway gives a delegation, and the reference of the session in which it was begun, for a token by which that
/// person of the agency acts for the client.
/// </summary>
internal sealed class DelegationExchange(IdentityDb db, SessionResolver resolver, TokenIssuer issuer, TimeProvider time)
    : ITokenExchange
{
    public string SubjectTokenType => TokenTypes.Delegation;

    public async Task<GrantOutcome> ExchangeAsync(
        Application client, ExchangeRequest request, CancellationToken cancellationToken)
    {
        if (!SessionExchange.MayExchange(client))
        {
            return new GrantOutcome.Refused(OAuthError.UnauthorizedClient);
        }

        if (request is not { ActorToken: { } reference, ActorTokenType: TokenTypes.Session, Account: null, Scope: null }
            || !Guid.TryParseExact(request.SubjectToken, "D", out var id)
            || await resolver.ResolveAsync(reference, cancellationToken) is not { Session.Kind: SessionKind.Staff } live
            || await FindAsync(id, live, cancellationToken) is not var (delegation, account))
        {
            return SessionExchange.NotInForce;
        }

        var now = time.GetUtcNow();
        var (lifetime, left) = (live.Lifetime(SessionExchange.Lifetime, now), delegation.ExpiresAt - now);
        return new GrantOutcome.Issued(
            issuer.Issue(ClaimsOf(client, delegation, account, live), left < lifetime ? left : lifetime));
    }

    // Asked anew each time: the client may have withdrawn consent, the person may have been made an assistant.
    private async Task<(Delegation Delegation, Account Account)?> FindAsync(
        Guid id, ActiveSession live, CancellationToken cancellationToken)
    {
        var delegation = await db.Delegations.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (delegation?.IsLive(time.GetUtcNow()) is not true
            || delegation.SessionId != live.Session.Id
            || delegation.StaffId != live.Session.SubjectId
            || (delegation.Mode == DelegationMode.Manage && live.Role == Roles.Assistant))
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == delegation.AccountId, cancellationToken);
        return account is { Consent.Given: true } ? (delegation, account) : null;
    }

    private static AccessTokenClaims ClaimsOf(
        Application client, Delegation delegation, Account account, ActiveSession live) => new()
        {
            Subject = account.Id.ToString(),
            ClientId = client.Id,
            Agency = account.AgencyId,
            Account = account.Id,
            Role = Roles.Insured,
            Scope = string.Join(' ', RoleScopes.OfDelegate(delegation.Mode.Claim())),
            Name = account.Details.LegalName,
            Session = live.Session.Id,
            Mode = delegation.Mode.Claim(),
            Actor = new ActorClaim(live.Session.SubjectId, live.Name, live.Role),
            Delegation = delegation.Id,
        };
}
