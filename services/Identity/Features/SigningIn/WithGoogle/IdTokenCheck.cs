using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>Checks ID tokens by OpenID Connect Core, section 3.1.3.7. Refuses whatever it does not know.</summary>
internal sealed class IdTokenCheck(GoogleMetadata metadata, IOptions<GoogleSettings> settings, TimeProvider time)
{
    private const int MaxLength = 16_384;

    /// <summary>Longest subject (OpenID Connect Core, section 2, sub).</summary>
    private const int MaxSubject = 255;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The account that a token vouches for.</summary>
    /// <exception cref="AuthenticationFailureException">The token is not to be trusted; the message says why.</exception>
    public async Task<GoogleAccount> CheckAsync(string? token, string? nonce, CancellationToken cancellationToken)
    {
        if (token is null or { Length: > MaxLength } || token.Split('.') is not [var header, var payload, var signature])
        {
            throw Refused("is missing or malformed");
        }

        try
        {
            using var parsedHeader = JsonDocument.Parse(Base64Url.DecodeFromChars(header), Strict);
            var head = parsedHeader.RootElement;
            var key = await metadata.FindKeyAsync(Text(head, "kid"), cancellationToken) ?? throw Refused("is signed with an unknown key");
            var signed = Encoding.ASCII.GetBytes($"{header}.{payload}");
            if (head.TryGetProperty("crit", out _)
                || !IdTokenSignature.IsGood(Text(head, "alg"), key, signed, Base64Url.DecodeFromChars(signature)))
            {
                throw Refused("has a wrong signature");
            }

            using var parsedPayload = JsonDocument.Parse(Base64Url.DecodeFromChars(payload), Strict);
            return Judge(parsedPayload.RootElement, (await metadata.ReadAsync(cancellationToken)).Issuer, nonce);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            throw Refused("is malformed");
        }
    }

    private GoogleAccount Judge(JsonElement claims, string issuer, string? nonce)
    {
        var now = time.GetUtcNow();
        if (Text(claims, "iss") != issuer)
        {
            throw Refused("is of another issuer");
        }

        if (!IsForUs(claims))
        {
            throw Refused("is for another client");
        }

        if (Number(claims, "exp") is not { } expires || expires <= (now - Skew).ToUnixTimeSeconds())
        {
            throw Refused("has expired");
        }

        if (nonce is not { Length: > 0 } || Text(claims, "nonce") is not { } told || !AreEqual(told, nonce))
        {
            throw Refused("belongs to another sign-in");
        }

        return Text(claims, "sub") is { Length: > 0 and <= MaxSubject } subject && Text(claims, "email") is { Length: > 0 } email && IsVerified(claims)
            ? new GoogleAccount(issuer, subject, email)
            : throw Refused("names no verified address");
    }

    // Of several audiences, and wherever it is told, the authorized party must be this client.
    private bool IsForUs(JsonElement claims)
    {
        var client = settings.Value.ClientId;
        var party = Text(claims, "azp");
        return claims.TryGetProperty("aud", out var audience) && audience.ValueKind switch
        {
            JsonValueKind.String => audience.ValueEquals(client) && (party is null || party == client),
            JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(client))
                && (party == client || (party is null && audience.GetArrayLength() == 1)),
            _ => false,
        };
    }

    private static bool IsVerified(JsonElement claims) => claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True;

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static AuthenticationFailureException Refused(string why) => new($"The ID token {why}.");
}
