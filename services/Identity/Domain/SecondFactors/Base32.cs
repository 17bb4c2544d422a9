using System.Text;

namespace Portal.Identity.Domain.SecondFactors;

/// <summary>Base 32 (RFC 4648, section 6) without padding, as authenticator apps take secrets.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfByte = 8;
    private const int BitsOfDigit = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            held = (held << BitsOfByte) | one;
            for (bits += BitsOfByte; bits >= BitsOfDigit; bits -= BitsOfDigit)
            {
                text.Append(Alphabet[(held >> (bits - BitsOfDigit)) & (Alphabet.Length - 1)]);
            }

            held &= (1 << bits) - 1;
        }

        return bits > 0
            ? text.Append(Alphabet[(held << (BitsOfDigit - bits)) & (Alphabet.Length - 1)]).ToString()
            : text.ToString();
    }
}
