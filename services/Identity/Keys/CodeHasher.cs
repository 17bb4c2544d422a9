using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Keys;

/// <summary>
/// Hashes of one-time codes under a key that the database does not hold, since eight digits alone are found by trying.
/// Each is bound to its sign-in, so that it fits no other.
/// </summary>
internal sealed class CodeHasher(IOptions<KeyProtectionOptions> options)
{
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        options.Value.ReadKey()
            ?? throw new InvalidOperationException("The options are checked before the service starts."),
        HMACSHA256.HashSizeInBytes,
        info: "portal sign-in codes"u8.ToArray());

    /// <summary>HMAC-SHA-256 of a code in a sign-in.</summary>
    public byte[] HashOf(Guid signInId, OneTimeCode code)
    {
        byte[] bound = [.. signInId.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(code.Digits)];
        return HMACSHA256.HashData(_key, bound);
    }
}
