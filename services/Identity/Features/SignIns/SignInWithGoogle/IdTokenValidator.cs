using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>
/// What OpenID Connect Core, section 3.1.3.7, asks of an ID token and the framework leaves open. Refuses whatever it
/// does not know: no signature, a critical extension, members named twice, a time that is no whole number.
/// </summary>
internal static class IdTokenValidator
{
    /// <summary>Longest subject (OpenID Connect Core, section 2, sub).</summary>
    private const int MaxSubject = 255;

    /// <summary>Goes on with the account that the token vouches for.</summary>
    public static Task CheckAsync(TokenValidatedContext context)
    {
        if (GoogleSignInProperties.NonceOf(context.Properties) is not { Length: > 0 } nonce)
        {
            context.Fail("The sign-in that came back has no nonce.");
            return Task.CompletedTask;
        }

        // The framework compares it with the token's.
        context.Nonce = nonce;
        if (!TryRead(context.TokenEndpointResponse?.IdToken, out var claims))
        {
            context.Fail("The ID token is malformed.");
        }
        else if (!IsForUs(claims.Value, context.Options.ClientId))
        {
            context.Fail("The ID token is for another client.");
        }
        else if (AccountOf(claims.Value) is not { } account)
        {
            context.Fail("The ID token names no verified address.");
        }
        else
        {
            context.Principal = new ClaimsPrincipal(new ClaimsIdentity(account.ToClaims(), context.Scheme.Name));
        }

        return Task.CompletedTask;
    }

    private static bool TryRead(string? token, [NotNullWhen(true)] out JsonElement? claims)
    {
        // The framework asks for no signature where a token comes from the token endpoint; one that is there it has
        // checked.
        claims = null;
        if (token?.Split('.') is not [var header, var payload, { Length: > 0 }]
            || !TryParse(header, out var head) || head.Value.TryGetProperty("crit", out _)
            || !TryParse(payload, out var body) || body.Value.Number("exp") is null)
        {
            return false;
        }

        claims = body;
        return true;
    }

    private static bool TryParse(string part, [NotNullWhen(true)] out JsonElement? parsed)
    {
        parsed = null;
        if (!StrictBase64Url.TryDecode(part, out var bytes) || !CompactToken.TryParseObject(bytes, out var document))
        {
            return false;
        }

        using (document)
        {
            parsed = document.RootElement.Clone();
            return true;
        }
    }

    // Of several audiences the authorized party must be this client; where it is told, the framework has looked at it.
    private static bool IsForUs(JsonElement claims, string? client) =>
        claims.GetProperty("aud") is not { ValueKind: JsonValueKind.Array } audience
        || audience.GetArrayLength() == 1 || claims.Text("azp") == client;

    private static GoogleAccount? AccountOf(JsonElement claims) =>
        claims.Text("iss") is { } issuer
        && claims.Text("sub") is { Length: > 0 and <= MaxSubject } subject
        && claims.Text("email") is { Length: > 0 } email
        && claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True
            ? new GoogleAccount(issuer, subject, email)
            : null;
}
