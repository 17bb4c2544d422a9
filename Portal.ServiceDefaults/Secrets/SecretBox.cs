using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Portal.ServiceDefaults.Secrets;

/// <summary>
/// Encrypts by AES-256-GCM (NIST SP 800-38D) under one key, each secret bound to what it belongs to. Written as nonce,
/// tag, ciphertext.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class SecretBox(byte[] key)
{
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Reads a key as settings have it; null where the text is not 32 bytes in base64.</summary>
    public static byte[]? ReadKey(string? base64)
    {
        var bytes = new byte[KeyBytes];
        return base64 is { Length: > 0 } && Convert.TryFromBase64String(base64, bytes, out var written)
            && written == bytes.Length
            ? bytes
            : null;
    }

    /// <summary>Encrypts.</summary>
    public byte[] Seal(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> boundTo)
    {
        var written = new byte[NonceBytes + TagBytes + secret.Length];
        RandomNumberGenerator.Fill(written.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            written.AsSpan(0, NonceBytes), secret, written.AsSpan(
                NonceBytes + TagBytes), written.AsSpan(NonceBytes, TagBytes), boundTo);
        return written;
    }

    /// <summary>
    /// Decrypts what <see cref="Seal"/> wrote; false when it was written under another key, belongs to something else,
    /// or was tampered with.
    /// </summary>
    public bool TryOpen(ReadOnlySpan<byte> written, ReadOnlySpan<byte> boundTo, [NotNullWhen(true)] out byte[]? secret)
    {
        secret = null;
        if (written.Length < NonceBytes + TagBytes)
        {
            return false;
        }

        var opened = new byte[written.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                written[..NonceBytes], written[(NonceBytes + TagBytes)..], written.Slice(
                    NonceBytes, TagBytes), opened, boundTo);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        secret = opened;
        return true;
    }
}
