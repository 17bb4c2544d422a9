using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Portal.Web.Tests.Support;

/// <summary>What a browser answers about a passkey: PublicKeyCredential as JSON.</summary>
/// <param name="Id">Identifies the passkey.</param>
/// <param name="Response">What the device made; null where the browser was not asked.</param>
internal sealed record PasskeyCredential(string? Id, PasskeyResponse? Response);

/// <summary>What a device made for a passkey, in base64url.</summary>
/// <param name="ClientDataJson">What the browser says was asked.</param>
/// <param name="PublicKey">The new passkey's key.</param>
/// <param name="AuthenticatorData">What the device says of itself.</param>
/// <param name="Signature">Proves the passkey.</param>
internal sealed record PasskeyResponse(
    string ClientDataJson, string? PublicKey, string? AuthenticatorData, string? Signature)
{
    /// <summary>What the browser says was asked.</summary>
    public PasskeyClientData ClientData() =>
        JsonSerializer.Deserialize<PasskeyClientData>(Bytes(ClientDataJson), JsonSerializerOptions.Web)!;

    /// <summary>The new passkey's key.</summary>
    public byte[] Key() => Bytes(PublicKey);

    /// <summary>Whether it is signed with that key.</summary>
    public bool IsSignedWith(byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        byte[] signed = [.. Bytes(AuthenticatorData), .. SHA256.HashData(Bytes(ClientDataJson))];
        return key.VerifyData(
            signed, Bytes(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] Bytes(string? text) => Base64Url.DecodeFromChars(text);
}

/// <summary>What a browser was asked about a passkey.</summary>
internal sealed record PasskeyClientData(string Type, string Challenge);
