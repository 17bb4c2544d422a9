using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// Encoded words (RFC 2047): how text beyond ASCII travels in a header. Each word is at most 75 characters long and
/// holds whole characters.
/// </summary>
internal static class EncodedWords
{
    /// <summary>Longest encoded word that RFC 2047, section 2, allows.</summary>
    public const int MaxLength = 75;

    private const string QuotedStart = "=?utf-8?Q?";
    private const string Base64Start = "=?utf-8?B?";
    private const string End = "?=";

    /// <summary>
    /// Cuts text into encoded words, in whichever of the two encodings is shorter; the first word is at most
    /// <paramref name="firstLength"/> long.
    /// </summary>
    public static IEnumerable<string> Encode(string text, int firstLength)
    {
        var quoted = text.EnumerateRunes().Sum(QuotedLength) <= Encoding.UTF8.GetByteCount(text) * 4 / 3;
        var room = firstLength;
        var bytes = new List<byte>(MaxLength);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var grown = quoted ? length + QuotedLength(rune) : Base64Length(bytes.Count + rune.Utf8SequenceLength);
            if (bytes.Count > 0 && QuotedStart.Length + grown + End.Length > room)
            {
                yield return Word(bytes, quoted);
                bytes.Clear();
                room = MaxLength;
                grown = quoted ? QuotedLength(rune) : Base64Length(rune.Utf8SequenceLength);
            }

            length = grown;
            Append(bytes, rune);
        }

        if (bytes.Count > 0)
        {
            yield return Word(bytes, quoted);
        }
    }

    private static void Append(List<byte> bytes, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    private static string Word(List<byte> bytes, bool quoted) => quoted
        ? QuotedStart + string.Concat(bytes.Select(Quote)) + End
        : Base64Start + Convert.ToBase64String([.. bytes]) + End;

    private static string Quote(byte octet) =>
        octet == ' ' ? "_" : IsPlain(octet) ? ((char)octet).ToString() : $"={octet:X2}";

    // The set that is safe in a phrase too (RFC 2047, section 5, rule 3).
    private static bool IsPlain(int octet) =>
        octet < 128 && (char.IsAsciiLetterOrDigit((char)octet) || octet is '!' or '*' or '+' or '-' or '/');

    private static int QuotedLength(Rune rune) =>
        rune.Value == ' ' || IsPlain(rune.Value) ? 1 : 3 * rune.Utf8SequenceLength;

    private static int Base64Length(int octets) => (octets + 2) / 3 * 4;
}
