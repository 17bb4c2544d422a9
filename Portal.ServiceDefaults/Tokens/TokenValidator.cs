using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Checks access tokens by RFC 9068, section 4. Refuses whatever it does not know.</summary>
internal sealed class TokenValidator(KeyRing keys, IOptions<TokenOptions> options, TimeProvider time)
{
    /// <summary>How far the clocks of issuer and service may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public async ValueTask<TokenOutcome> ValidateAsync(string text, CancellationToken cancellationToken)
    {
        if (!CompactToken.TryRead(text, out var token))
        {
            return new TokenOutcome.Refused("The token is not an access token of this issuer.");
        }

        if (await keys.FindAsync(token.KeyId, cancellationToken) is not { } key)
        {
            return keys.Loaded
                ? new TokenOutcome.Refused("The token's key is not one of the issuer's.")
                : new TokenOutcome.KeysUnavailable();
        }

        if (!key.Verify(token.Signed, token.Signature) || !CompactToken.TryParseObject(token.Payload, out var payload))
        {
            return new TokenOutcome.Refused("The token's signature is wrong.");
        }

        using (payload)
        {
            return Judge(payload.RootElement);
        }
    }

    private TokenOutcome Judge(JsonElement claims)
    {
        var now = time.GetUtcNow();
        if (claims.Text("iss") != options.Value.Issuer || !IsForUs(claims))
        {
            return new TokenOutcome.Refused("The token was issued by another issuer or for another audience.");
        }

        if (claims.Number("exp") is not { } expires || expires <= (now - Skew).ToUnixTimeSeconds())
        {
            return new TokenOutcome.Refused("The token has expired; get a new one.");
        }

        if (claims.TryGetProperty("nbf", out _) && !(claims.Number("nbf") <= (now + Skew).ToUnixTimeSeconds()))
        {
            return new TokenOutcome.Refused("The token is not valid yet.");
        }

        if (!BoundsOfToken.AreUnderstood(claims))
        {
            return new TokenOutcome.Refused("The token says of account, mode or actor what is not understood here.");
        }

        return claims.Text(PortalClaims.Subject) is { Length: > 0 } && claims.Text(PortalClaims.ClientId) is { Length: > 0 }
            ? new TokenOutcome.Accepted(CallerOf(claims))
            : new TokenOutcome.Refused("The token names no subject or no client.");
    }

    private static bool IsForUs(JsonElement claims) => claims.TryGetProperty("aud", out var audience) && audience.ValueKind switch
    {
        JsonValueKind.String => audience.ValueEquals(TokenOptions.Audience),
        JsonValueKind.Array => audience.EnumerateArray()
            .Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(TokenOptions.Audience)),
        _ => false,
    };

    private static ClaimsIdentity CallerOf(JsonElement claims) => new(
        claims.EnumerateObject().Select(claim => new Claim(
            claim.Name,
            claim.Value.ValueKind == JsonValueKind.String ? claim.Value.GetString()! : claim.Value.GetRawText())),
        BearerHandler.Scheme,
        PortalClaims.Subject,
        PortalClaims.Role);
}
