using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Checks access tokens by RFC 9068, section 4, and refuses whatever it does not know. The library judges signature,
/// issuer, audience and time. It would take what has another form (padding, the other alphabet of base64, members named
/// twice, text after the JSON, critical extensions, times in quotes or with fractions), so that one token could be
/// written or read in two ways; this is refused before and after it.
/// </summary>
internal sealed class AccessTokenHandler(KeyRing keys) : JsonWebTokenHandler
{
    private const string NotOurs = "The token is not an access token of this issuer.";
    private const string Expired = "The token has expired; get a new one.";
    private const string Early = "The token is not valid yet.";

    /// <summary>
    /// Judges a token. What is not accepted carries a <see cref="TokenRefusedException"/>, or where nothing can be said
    /// yet a
    /// <see cref="KeySetUnavailableException"/>.
    /// </summary>
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        if (!CompactToken.TryRead(token, out var read))
        {
            return Refused(NotOurs);
        }

        await keys.LearnAsync(read.KeyId);
        if (!keys.Loaded)
        {
            return new TokenValidationResult
            {
                Exception = new KeySetUnavailableException("The issuer's keys are not known yet.", cause: null),
            };
        }

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
        {
            return Refused(ReasonOf(result.Exception));
        }

        if (!CompactToken.TryParseObject(read.Payload, out var payload))
        {
            return Refused(NotOurs);
        }

        using (payload)
        {
            if (FaultOf(payload.RootElement) is { } reason)
            {
                return Refused(reason);
            }

            result.ClaimsIdentity = CallerOf(payload.RootElement);
            return result;
        }
    }

    private static TokenValidationResult Refused(string reason) =>
        new() { Exception = new TokenRefusedException(reason) };

    private static string ReasonOf(Exception failure) => failure switch
    {
        SecurityTokenSignatureKeyNotFoundException => "The token's key is not one of the issuer's.",
        SecurityTokenInvalidSignatureException => "The token's signature is wrong.",
        SecurityTokenInvalidIssuerException or SecurityTokenInvalidAudienceException =>
            "The token was issued by another issuer or for another audience.",
        SecurityTokenExpiredException => Expired,
        SecurityTokenNotYetValidException => Early,
        _ => NotOurs,
    };

    private static string? FaultOf(JsonElement claims)
    {
        if (claims.Number("exp") is null)
        {
            return Expired;
        }

        if (claims.TryGetProperty("nbf", out _) && claims.Number("nbf") is null)
        {
            return Early;
        }

        if (!TokenRestrictions.AreUnderstood(claims))
        {
            return "The token says of account, mode or actor what is not understood here.";
        }

        return claims.Text(PortalClaims.Subject) is { Length: > 0 }
            && claims.Text(PortalClaims.ClientId) is { Length: > 0 }
            ? null
            : "The token names no subject or no client.";
    }

    // One claim a member: the library makes several of an array, and a role or an account could hide among them.
    private static ClaimsIdentity CallerOf(JsonElement claims) => new(
        claims.EnumerateObject().Select(claim => new Claim(
            claim.Name,
            claim.Value.ValueKind == JsonValueKind.String ? claim.Value.GetString()! : claim.Value.GetRawText())),
        JwtBearerDefaults.AuthenticationScheme,
        PortalClaims.Subject,
        PortalClaims.Role);
}
