using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.Testing.Running;

/// <summary>
/// A person's authenticator app (RFC 6238 over RFC 4226): SHA-1, 30 seconds, 6 digits, its secret in base 32.
/// </summary>
public sealed class AuthenticatorApp(string secret)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfDigit = 5;

    /// <summary>The password that it shows at an instant.</summary>
    public string PasswordAt(DateTimeOffset now)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm that authenticator apps know.
        var hash = HMACSHA1.HashData(Key(), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    // RFC 4648, section 6.
    private byte[] Key()
    {
        var (key, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var digit in secret)
        {
            buffer = ((buffer << BitsOfDigit) | Alphabet.IndexOf(digit, StringComparison.Ordinal)) & 0xfff;
            bits += BitsOfDigit;
            if (bits >= 8)
            {
                bits -= 8;
                key.Add((byte)(buffer >> bits));
            }
        }

        return [.. key];
    }
}
