using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Testing.Tokens;

/// <summary>A key that signs whatever a test wants signed, the impossible included.</summary>
public sealed class TestKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestKey() => Public = JsonWebKey.Of(_key);

    public JsonWebKey Public { get; }

    /// <summary>The public key as PEM, as an attacker of HS256 would take it for a secret.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem());

    /// <summary>The header that the issuer's tokens carry.</summary>
    public JsonObject Header() => new() { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = Public.Kid };

    /// <summary>A token with these very texts as header and payload.</summary>
    public string Sign(string header, string payload) => SignAsWritten(Encode(header), Encode(payload));

    /// <summary>A token whose header and payload are encoded already, in whatever way.</summary>
    public string SignAsWritten(string header, string payload)
    {
        var signed = header + "." + payload;
        return signed + "." + Base64Url.EncodeToString(
            _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    /// <summary>The base64url of a text.</summary>
    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public void Dispose() => _key.Dispose();
}
