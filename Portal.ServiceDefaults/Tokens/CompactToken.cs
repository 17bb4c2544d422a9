using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// A signed token taken apart, before anything in it is trusted: JWS compact serialization (RFC 7515, section 7.1).
/// Only ES256 is known here, so no header can choose another way of checking.
/// </summary>
internal sealed record CompactToken(string KeyId, byte[] Signed, byte[] Payload, byte[] Signature)
{
    /// <summary>Longest token that is looked at, in characters.</summary>
    public const int MaxLength = 8192;

    private const int SignatureLength = 86;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>
    /// Takes a token apart; false when its form or header is not that of an access token (RFC 9068, section 4).
    /// </summary>
    public static bool TryRead(string token, [NotNullWhen(true)] out CompactToken? read) =>
        TryRead(token, IsAccessToken, out read);

    /// <summary>
    /// Takes a token apart; false when its form is wrong, or its type (null where the header has none) another one.
    /// </summary>
    public static bool TryRead(string token, Func<string?, bool> isType, [NotNullWhen(true)] out CompactToken? read)
    {
        read = null;
        if (token.Length > MaxLength
            || token.Split('.') is not [var header, var payload, { Length: SignatureLength } signature]
            || !StrictBase64Url.TryDecode(header, out var headerBytes)
                || !TryReadHeader(headerBytes, isType, out var keyId)
            || !StrictBase64Url.TryDecode(payload, out var payloadBytes)
            || !StrictBase64Url.TryDecode(signature, out var signatureBytes))
        {
            return false;
        }

        var signed = Encoding.ASCII.GetBytes(token, 0, header.Length + 1 + payload.Length);
        read = new CompactToken(keyId, signed, payloadBytes, signatureBytes);
        return true;
    }

    /// <summary>Parses an object that names no member twice; false for anything else.</summary>
    public static bool TryParseObject(byte[] json, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException)
        {
            return false;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        document.Dispose();
        document = null;
        return false;
    }

    private static bool TryReadHeader(byte[] json, Func<string?, bool> isType, [NotNullWhen(true)] out string? keyId)
    {
        keyId = null;
        if (!TryParseObject(json, out var document))
        {
            return false;
        }

        using (document)
        {
            var header = document.RootElement;
            if (header.TryGetProperty("crit", out _) || header.Text("alg") != "ES256" || !isType(header.Text("typ")))
            {
                return false;
            }

            keyId = header.Text("kid");
            return keyId is not null;
        }
    }

    // Media types are compared without case and may leave out "application/" (RFC 7515, 4.1.9).
    private static bool IsAccessToken(string? type) =>
        string.Equals(type, "at+jwt", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "application/at+jwt", StringComparison.OrdinalIgnoreCase);
}
