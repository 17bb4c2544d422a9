using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Public half of an ES256 key as a JSON Web Key (RFC 7517; members for P-256 by RFC 7518, section 6.2).
/// </summary>
/// <param name="Kty">Key type, <c>EC</c>.</param>
/// <param name="Crv">Curve, <c>P-256</c>.</param>
/// <param name="X">Coordinate of 32 bytes, base64url.</param>
/// <param name="Y">Coordinate of 32 bytes, base64url.</param>
/// <param name="Kid">The key's thumbprint (RFC 7638).</param>
/// <param name="Use">Use, <c>sig</c>.</param>
/// <param name="Alg">Algorithm, <c>ES256</c>.</param>
public sealed record JsonWebKey(
    [property: JsonPropertyName("kty")] string? Kty,
    [property: JsonPropertyName("crv")] string? Crv,
    [property: JsonPropertyName("x")] string? X,
    [property: JsonPropertyName("y")] string? Y,
    [property: JsonPropertyName("kid")] string? Kid,
    [property: JsonPropertyName("use")] string? Use,
    [property: JsonPropertyName("alg")] string? Alg)
{
    private const int CoordinateBytes = 32;

    /// <summary>Describes the public half of a P-256 key.</summary>
    public static JsonWebKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return new JsonWebKey("EC", "P-256", x, y, Thumbprint(x, y), "sig", "ES256");
    }

    /// <summary>
    /// Reads the key; false when it is of another kind, meant for another use, or not a point of the curve.
    /// </summary>
    internal bool TryRead(out ECParameters parameters)
    {
        parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256 };
        if (Kty != "EC" || Crv != "P-256" || Use is not (null or "sig") || Alg is not (null or "ES256")
            || string.IsNullOrEmpty(Kid)
            || !StrictBase64Url.TryDecode(X, out var x) || x.Length != CoordinateBytes
            || !StrictBase64Url.TryDecode(Y, out var y) || y.Length != CoordinateBytes)
        {
            return false;
        }

        parameters.Q = new ECPoint { X = x, Y = y };
        try
        {
            using var key = ECDsa.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The key, which must have been read before, as the library that checks signatures takes it.</summary>
    internal SecurityKey ToSecurityKey() =>
        new Microsoft.IdentityModel.Tokens.JsonWebKey { Kty = Kty, Crv = Crv, X = X, Y = Y, Kid = Kid };

    // RFC 7638, section 3.2: the required members alone, in lexicographic order, without blanks.
    private static string Thumbprint(string x, string y) => Base64Url.EncodeToString(
        SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
}
