using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Identity.Tests.Support;

/// <summary>
/// An authenticator and the browser before it: one ES256 key, attestation "none" (Web Authentication, Level 3).
/// </summary>
internal sealed class SoftPasskey(string origin) : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string? _userHandle;

    /// <summary>Whether it verifies the person, as by a fingerprint.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>How often it signed.</summary>
    public uint SignCount { get; set; }

    /// <summary>navigator.credentials.create.</summary>
    public JsonElement Create(JsonElement options)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString();
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose =
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] data =
        [
            .. Data(options.GetProperty("rp").GetProperty("id").GetString()!, Present | Verified | WithKey),
            .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose,
        ];
        byte[] attestation =
        [
            0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58,
            (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Encoded(ClientData("webauthn.create", options)),
            attestationObject = Encoded(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>navigator.credentials.get.</summary>
    /// <param name="options">What is asked.</param>
    /// <param name="userHandle">Whom it names as its person; null for whom it was made.</param>
    public JsonElement Get(JsonElement options, string? userHandle = null)
    {
        SignCount++;
        var client = ClientData("webauthn.get", options);
        var data = Data(options.GetProperty("rpId").GetString()!, Verifies ? (byte)(Present | Verified) : Present);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Encoded(client),
            authenticatorData = Encoded(data),
            signature = Encoded(signature),
            userHandle = userHandle ?? _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private byte[] Data(string party, byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(party)), flags, .. count];
    }

    private JsonElement Credential(object response) => JsonSerializer.SerializeToElement(new
    {
        id = Encoded(_id),
        rawId = Encoded(_id),
        type = "public-key",
        response,
        clientExtensionResults = new { },
        authenticatorAttachment = "platform",
    });
}
