using System.Security.Cryptography;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Keys;

/// <summary>
/// The trail's key, derived from the one that protects the signing keys, so that an operator keeps one secret.
/// </summary>
internal static class AuditKey
{
    /// <exception cref="InvalidOperationException">No protection key is set.</exception>
    public static AuditChain ChainOf(KeyProtectionOptions options) => new(HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        options.ReadKey() ?? throw new InvalidOperationException("The options are checked before the service starts."),
        HMACSHA256.HashSizeInBytes,
        info: "portal audit trail"u8.ToArray()));
}
