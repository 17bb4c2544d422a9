using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens;

/// <summary>Makes access tokens, for every grant.</summary>
internal sealed class TokenIssuer(TokenSigner signer, IOptions<TokenOptions> options, TimeProvider time)
{
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
