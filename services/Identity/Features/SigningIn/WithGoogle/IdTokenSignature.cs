using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>
/// Signatures of ID tokens: RS256 and ES256 (RFC 7518, section 3.1) with a public key of the kind that the algorithm asks
/// for. There is no other algorithm here, so no header can choose one.
/// </summary>
internal static class IdTokenSignature
{
    private const int MinRsaBits = 2048;

    public static bool IsGood(string? algorithm, GoogleKey key, byte[] signed, byte[] signature)
    {
        if (key.Alg is not null && key.Alg != algorithm)
        {
            return false;
        }

        try
        {
            return (algorithm, key.Kty) switch
            {
                ("RS256", "RSA") => IsGoodRsa(key, signed, signature),
                ("ES256", "EC") when key.Crv == "P-256" => IsGoodEc(key, signed, signature),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsGoodRsa(GoogleKey key, byte[] signed, byte[] signature)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.N), Exponent = Base64Url.DecodeFromChars(key.E) });
        return rsa.KeySize >= MinRsaBits && rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool IsGoodEc(GoogleKey key, byte[] signed, byte[] signature)
    {
        using var ec = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
        });
        return ec.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
