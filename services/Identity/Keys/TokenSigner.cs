using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Identity.Keys;

/// <summary>Signs access tokens with the current key, from any number of threads.</summary>
internal sealed class TokenSigner
{
    private volatile Key? _current;

    /// <summary>The key in use; null before the first.</summary>
    public string? KeyId => _current?.Id;

    /// <summary>Signs from now on with this key, in PKCS#8.</summary>
    public void Use(string keyId, byte[] privateKey) => _current = new Key(keyId, privateKey);

    /// <summary>A JWT with these claims in JWS compact serialization (RFC 7515, section 7.1).</summary>
    public string Sign(AccessTokenClaims claims)
    {
        var key = _current ?? throw new InvalidOperationException("No key is in use yet.");
        var signed = key.Header + "." + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        return signed + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>A key with the header that goes with it, so that a change can't mix two.</summary>
    private sealed class Key(string id, byte[] privateKey)
    {
        // An ECDsa object promises nothing to two threads at once, so each signature borrows one.
        private readonly ConcurrentBag<ECDsa> _idle = [];

        public string Id => id;

        public string Header { get; } = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{id}}"}"""));

        public byte[] Sign(byte[] data)
        {
            if (!_idle.TryTake(out var key))
            {
                key = ECDsa.Create();
                key.ImportPkcs8PrivateKey(privateKey, out _);
            }

            var signature = key.SignData(
                data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            _idle.Add(key);
            return signature;
        }
    }
}
