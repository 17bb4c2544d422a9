using System.Security.Cryptography;

namespace Portal.Certificates.Domain;

/// <summary>Random text in Crockford's Base32: no letter that a person takes for a digit.</summary>
internal static class Base32
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Text of <paramref name="length"/> characters, five random bits each.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
