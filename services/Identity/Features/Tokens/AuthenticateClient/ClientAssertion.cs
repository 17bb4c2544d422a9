using System.Security.Cryptography;
using System.Text.Json;
using Portal.Identity.Domain.Applications;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.AuthenticateClient;

/// <summary>A client's assertion (RFC 7523, section 3) taken apart, before anything in it is trusted.</summary>
internal sealed class ClientAssertion
{
    private static readonly ApplicationKey OfNobody = KeyOfNobody();

    private readonly CompactToken _token;
    private readonly JsonElement _claims;

    private ClientAssertion(CompactToken token, JsonElement claims, string subject) =>
        (_token, _claims, Subject) = (token, claims, subject);

    /// <summary>The client that is to be proved.</summary>
    public string Subject { get; }

    public string KeyId => _token.KeyId;

    public string? Issuer => _claims.Text("iss");

    public string? Id => _claims.Text("jti");

    public DateTimeOffset? ExpiresAt => Instant("exp");

    /// <summary>
    /// Takes an assertion apart; null when its form is wrong, it is not signed by ES256, or it names no subject.
    /// </summary>
    public static ClientAssertion? Read(string text)
    {
        if (!CompactToken.TryRead(text, IsAssertion, out var token)
            || !CompactToken.TryParseObject(token.Payload, out var payload))
        {
            return null;
        }

        using (payload)
        {
            return payload.RootElement.Text("sub") is { Length: > 0 } subject
                ? new ClientAssertion(token, payload.RootElement.Clone(), subject)
                : null;
        }
    }

    /// <summary>Whether the key signed it; without a key it takes the same time to say no.</summary>
    public bool IsSignedBy(ApplicationKey? key)
    {
        var known = key ?? OfNobody;
        var shown = new JsonWebKey("EC", "P-256", known.X, known.Y, known.Kid, "sig", "ES256");
        if (!shown.TryRead(out var parameters))
        {
            throw new InvalidOperationException(
                $"The stored key {known.Kid} is no point of P-256, which is checked before one is stored.");
        }

        using var publicKey = ECDsa.Create(parameters);
        var genuine = publicKey.VerifyData(
            _token.Signed, _token.Signature, HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return genuine && key is not null;
    }

    /// <summary>Whether it is meant for one of these and nobody else, so that no other server can pass it on.</summary>
    public bool IsFor(params ReadOnlySpan<string> audiences)
    {
        if (!_claims.TryGetProperty("aud", out var audience))
        {
            return false;
        }

        var named = audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() == 1
            ? audience[0]
            : audience;
        return named.AsText() is { } text && audiences.Contains(text);
    }

    /// <summary>Whether a time that is there (iat, nbf) is no number, or later than an instant.</summary>
    public bool IsLater(string claim, DateTimeOffset instant) =>
        _claims.TryGetProperty(claim, out _) && !(Instant(claim) <= instant);

    private DateTimeOffset? Instant(string claim) =>
        _claims.Number(claim) is { } seconds and >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    // Any JWT, or one that says what it is for; an access token is no assertion.
    private static bool IsAssertion(string? type) =>
        type is null
        || string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "client-authentication+jwt", StringComparison.OrdinalIgnoreCase);

    private static ApplicationKey KeyOfNobody()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var shown = JsonWebKey.Of(key);
        return new ApplicationKey { Kid = shown.Kid!, X = shown.X!, Y = shown.Y!, CreatedAt = default };
    }
}
