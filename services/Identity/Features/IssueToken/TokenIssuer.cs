using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.IssueToken;

/// <summary>Makes access tokens, for every grant.</summary>
internal sealed class TokenIssuer(TokenSigner signer, IOptions<TokenOptions> options, TimeProvider time)
{
    /// <summary>How long a token is good for at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long after its revocation a token could still be taken for good: its life, and what clocks may differ.</summary>
    public static readonly TimeSpan Reach = Lifetime + TokenValidator.Skew;

    private const int IdBytes = 16;

    /// <summary>Issues a token that says what the claims say, from now for a lifetime.</summary>
    public TokenAnswer Issue(AccessTokenClaims claims, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        var token = signer.Sign(claims with
        {
            Issuer = options.Value.Issuer,
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = (now + lifetime).ToUnixTimeSeconds(),
        });
        return new TokenAnswer(token, "Bearer", (int)lifetime.TotalSeconds, claims.Scope);
    }
}
