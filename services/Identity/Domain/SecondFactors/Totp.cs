using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Identity.Domain.SecondFactors;

/// <summary>
/// Time-based one-time passwords (RFC 6238) as authenticator apps know them: SHA-1, 30 seconds, 6 digits.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;

    /// <summary>Bytes of a new secret (RFC 4226, section 4, R6 recommends 160 bits).</summary>
    public const int SecretBytes = 20;

    /// <summary>
    /// How many steps before and after the present one are accepted (RFC 6238, section 5.2 recommends one).
    /// </summary>
    private const int Window = 1;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>Number of the time step at an instant.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The password of a step (RFC 4226, section 5.3).</summary>
    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that authenticator apps know; HMAC does not rest on collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose password was typed in, later than the last one that was accepted; null when there is none.
    /// </summary>
    public static long? Match(byte[] secret, string typed, long lastStep, DateTimeOffset now)
    {
        long? found = null;
        var bytes = Encoding.ASCII.GetBytes(typed);
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            // All are compared, so that the time taken tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), bytes)
                && step > lastStep)
            {
                found ??= step;
            }
        }

        return found;
    }
}
