using System.Globalization;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Keys;

namespace Portal.Identity.Features.Tokens;

/// <summary>A token for the client itself (RFC 6749, section 4.4).</summary>
internal sealed class ClientCredentialsGrant(TokenIssuer issuer)
{
    public const string Name = "client_credentials";

    /// <summary>Issues a token with the scopes asked for, or with all that the client may have.</summary>
    public GrantOutcome Issue(Application client, string? asked)
    {
        if (ScopeList.Choose(asked, client.Scopes) is not { } scopes)
        {
            return new GrantOutcome.Refused(OAuthError.InvalidScope);
        }

        return new GrantOutcome.Issued(issuer.Issue(ClaimsOf(client, scopes), AccessTokenLifetime.Max));
    }

    /// <summary>What a token says that speaks for the client.</summary>
    public static AccessTokenClaims ClaimsOf(Application client, IEnumerable<string> scopes) => new()
    {
        Subject = client.Id,
        ClientId = client.Id,
        Agency = client.AgencyId,
        Role = client.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
        Scope = string.Join(' ', scopes),
    };
}
