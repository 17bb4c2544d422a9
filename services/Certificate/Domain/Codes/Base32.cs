using System.Security.Cryptography;

namespace Portal.Certificates.Domain.Codes;

/// <summary>Random text in Crockford's Base32: no letter that a person takes for a digit.</summary>
internal static class Base32
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Text of <paramref name="length"/> characters, five random bits each.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>The character of the alphabet that a person means by this one; null for none.</summary>
    public static char? Meant(char typed) => typed switch
    {
        'O' or 'o' => '0',
        'I' or 'i' or 'L' or 'l' => '1',
        >= 'a' and <= 'z' => Meant((char)(typed - 'a' + 'A')),
        _ => Alphabet.Contains(typed, StringComparison.Ordinal) ? typed : null,
    };
}
