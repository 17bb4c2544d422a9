using Portal.Identity.Domain.Applications;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>The gateway gives the reference in a browser's cookie for a token of whoever is signed in.</summary>
internal sealed class SessionExchange(SessionResolver resolver, TokenIssuer issuer, TimeProvider time) : ITokenExchange
{
    /// <summary>How long a token of a session or a delegation is good for at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>One answer for whatever is not in force, so that nothing can be learnt from it.</summary>
    public static readonly GrantOutcome NotInForce =
        new GrantOutcome.Refused(OAuthError.InvalidRequest("subject_token or actor_token is not in force."));

    public string SubjectTokenType => TokenTypes.Session;

    public async Task<GrantOutcome> ExchangeAsync(
        Application client, ExchangeRequest request, CancellationToken cancellationToken)
    {
        if (!MayExchange(client))
        {
            return new GrantOutcome.Refused(OAuthError.UnauthorizedClient);
        }

        if (request is not { ActorToken: null, Account: null, Scope: null }
            || await resolver.ResolveAsync(request.SubjectToken, cancellationToken) is not { } live)
        {
            return NotInForce;
        }

        var session = live.Session;
        var claims = new AccessTokenClaims
        {
            Subject = session.SubjectId.ToString(),
            ClientId = client.Id,
            Agency = session.AgencyId,
            Account = session.AccountId,
            Role = live.Role,
            Scope = string.Join(' ', RoleScopes.Of(live.Role)),
            Name = live.Name,
            Session = session.Id,
        };
        return new GrantOutcome.Issued(issuer.Issue(claims, live.Lifetime(Lifetime, time.GetUtcNow())));
    }

    /// <summary>Whether a client turns references into tokens: the gateway alone.</summary>
    public static bool MayExchange(Application client) =>
        client.Kind == ApplicationKind.Service
            && client.Scopes.Contains(Scopes.SessionsExchange, StringComparer.Ordinal);
}
