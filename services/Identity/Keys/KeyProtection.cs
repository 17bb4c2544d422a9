using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Keys;

/// <summary>
/// Encrypts private keys at rest by AES-256-GCM, each bound to its id. Written as nonce, tag, ciphertext, so that whoever
/// reads the database alone can sign nothing.
/// </summary>
internal sealed class KeyProtection(IOptions<KeyProtectionOptions> options)
{
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = options.Value.ReadKey()
        ?? throw new InvalidOperationException("The options are checked before the service starts.");

    /// <summary>Encrypts a private key in PKCS#8.</summary>
    public byte[] Protect(string keyId, byte[] privateKey)
    {
        var written = new byte[NonceBytes + TagBytes + privateKey.Length];
        RandomNumberGenerator.Fill(written.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(
            written.AsSpan(0, NonceBytes),
            privateKey,
            written.AsSpan(NonceBytes + TagBytes),
            written.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(keyId));
        return written;
    }

    /// <summary>Decrypts what <see cref="Protect"/> wrote.</summary>
    /// <exception cref="InvalidOperationException">It was written under another protection key, or was tampered with.</exception>
    public byte[] Unprotect(string keyId, byte[] written)
    {
        try
        {
            var privateKey = new byte[written.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(
                written.AsSpan(0, NonceBytes),
                written.AsSpan(NonceBytes + TagBytes),
                written.AsSpan(NonceBytes, TagBytes),
                privateKey,
                Encoding.UTF8.GetBytes(keyId));
            return privateKey;
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new InvalidOperationException(
                $"Identity__KeyProtection does not open the signing key {keyId}; start with the value under which it was made.",
                mismatch);
        }
    }
}
