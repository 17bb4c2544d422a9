using System.Text;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Secrets;

namespace Portal.Identity.Keys;

/// <summary>
/// Encrypts private keys at rest, each bound to its id, so that whoever reads the database alone can sign nothing.
/// </summary>
internal sealed class KeyProtection(IOptions<KeyProtectionOptions> options)
{
    private readonly SecretBox _box = new(options.Value.ReadKey()
        ?? throw new InvalidOperationException("The options are checked before the service starts."));

    /// <summary>Encrypts a private key in PKCS#8.</summary>
    public byte[] Protect(string keyId, byte[] privateKey) => _box.Seal(privateKey, Encoding.UTF8.GetBytes(keyId));

    /// <summary>Decrypts what <see cref="Protect"/> wrote.</summary>
    /// <exception cref="InvalidOperationException">
    /// It was written under another protection key, or was tampered with.
    /// </exception>
    public byte[] Unprotect(string keyId, byte[] written) =>
        _box.TryOpen(written, Encoding.UTF8.GetBytes(keyId), out var privateKey)
            ? privateKey
            : throw new InvalidOperationException(
                $"Identity__KeyProtection does not open the signing key {keyId}; start with the value under which it "
                + "was made.");
}
