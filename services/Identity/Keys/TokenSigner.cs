using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Identity.Keys;

/// <summary>Signs access tokens with the current key, from any number of threads.</summary>
internal sealed class TokenSigner
{
    // An ECDsa object promises nothing to two threads at once, so each signature borrows one.
    private readonly ConcurrentBag<ECDsa> _idle = [];
    private byte[]? _privateKey;
    private string _header = "";

    /// <summary>Signs from now on with this key, in PKCS#8.</summary>
    public void Use(string keyId, byte[] privateKey)
    {
        _header = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{keyId}}"}"""));
        _privateKey = privateKey;
    }

    /// <summary>A JWT with these claims in JWS compact serialization (RFC 7515, section 7.1).</summary>
    public string Sign(AccessTokenClaims claims)
    {
        var signed = _header + "." + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        if (!_idle.TryTake(out var key))
        {
            key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(_privateKey ?? throw new InvalidOperationException("No key is in use yet."), out _);
        }

        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _idle.Add(key);
        return signed + "." + Base64Url.EncodeToString(signature);
    }
}
