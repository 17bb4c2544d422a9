using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.IssueToken;

/// <summary>The client credentials grant (RFC 6749, section 4.4).</summary>
internal sealed class TokenIssuer(IdentityDb db, TokenSigner signer, IOptions<TokenOptions> options, TimeProvider time)
{
    /// <summary>How long a token is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int IdBytes = 16;

    /// <summary>Proves the client by its secret; null when it is unknown or the secret is wrong, in the same time.</summary>
    public async Task<ApiClient?> AuthenticateAsync(ClientCredentials credentials, CancellationToken cancellationToken)
    {
        var client = await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(one => one.Id == credentials.Id, cancellationToken);
        var matches = SecretHash.Matches(client?.Secret ?? SecretHash.OfNobody, credentials.Secret);
        return matches ? client : null;
    }

    /// <summary>Issues a token with the scopes asked for, or with all that the client may have; null when it may not have one.</summary>
    public TokenAnswer? Issue(ApiClient client, string? asked)
    {
        var scopes = asked is null ? client.Scopes : [.. asked.Split(' ').Distinct(StringComparer.Ordinal)];
        if (!scopes.All(scope => client.Scopes.Contains(scope, StringComparer.Ordinal)))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var scope = string.Join(' ', scopes);
        var token = signer.Sign(new AccessTokenClaims
        {
            Issuer = options.Value.Issuer,
            Subject = client.Id,
            ClientId = client.Id,
            Agency = client.AgencyId,
            Role = client.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
            Scope = scope,
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = (now + Lifetime).ToUnixTimeSeconds(),
        });
        return new TokenAnswer(token, "Bearer", (int)Lifetime.TotalSeconds, scope);
    }
}
