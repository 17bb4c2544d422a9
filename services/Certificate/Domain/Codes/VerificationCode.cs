namespace Portal.Certificates.Domain.Codes;

/// <summary>
/// Code in the verification link of one certificate. 130 random bits, so that strangers can't harvest certificates
/// by trying.
/// </summary>
internal static class VerificationCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 26;

    /// <summary>A new code.</summary>
    public static string New() => Base32.Random(Length);

    /// <summary>
    /// The code that a person means who reads it off paper and types it: capitals or small letters, O for 0, I or L for
    /// 1, hyphens anywhere (Douglas Crockford, Base 32, "Decode"); and, since it may end a sentence or be dictated in
    /// groups, with blanks anywhere and a full stop behind. Null for text that is no code even so; U is none of its
    /// letters.
    /// </summary>
    public static string? Read(string typed)
    {
        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var character in typed.AsSpan().TrimEnd(" ."))
        {
            if (character is '-' || char.IsWhiteSpace(character))
            {
                continue;
            }

            if (length == Length || Base32.Meant(character) is not { } meant)
            {
                return null;
            }

            code[length++] = meant;
        }

        return length == Length ? code.ToString() : null;
    }
}
