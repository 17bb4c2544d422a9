using System.Security.Cryptography;

namespace Portal.Pdf.Fonts;

internal static class SubsetTag
{
    /// <summary>Six capital letters, the same for the same font program.</summary>
    public static string Of(ReadOnlySpan<byte> program)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(program, hash);
        Span<char> tag = stackalloc char[6];
        for (var i = 0; i < tag.Length; i++)
        {
            tag[i] = (char)('A' + (hash[i] % 26));
        }

        return tag.ToString();
    }
}
