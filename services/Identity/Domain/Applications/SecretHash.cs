using System.Security.Cryptography;
using System.Text;

namespace Portal.Identity.Domain.Applications;

/// <summary>
/// A client's secret as it is stored. Secrets are long random texts, never a person's choice, so one round of SHA-256
/// is as safe as a slow hash and leaves the token endpoint fast; what is too short to be such a text is refused.
/// </summary>
internal static class SecretHash
{
    /// <summary>Least length of a secret, in characters: 128 bits and more in any usual spelling.</summary>
    public const int MinLength = 32;

    /// <summary>
    /// Compared with where no client is found, so that an unknown client takes the time of a known one.
    /// </summary>
    public static byte[] OfNobody { get; } = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public static byte[] Of(string secret) => secret.Length >= MinLength
        ? SHA256.HashData(Encoding.UTF8.GetBytes(secret))
        : throw new ArgumentException($"A client secret has at least {MinLength} random characters.", nameof(secret));

    /// <summary>Compares in a time that tells nothing of the hash.</summary>
    public static bool Matches(byte[] hash, string secret) =>
        CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
