using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Notification.Tests.Support;

/// <summary>
/// A message as a strict reader of RFC 5322, 2045, 2046, 2047 and 2231 sees it; written against the standards, not
/// against the writer. Anything malformed throws.
/// </summary>
internal sealed partial class ParsedMail
{
    private readonly List<(string Name, string Value)> _headers = [];

    private ParsedMail(string content)
    {
        var end = content.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        foreach (var line in content[..(end + 2)].Split("\r\n")[..^1])
        {
            if (line.Length > 998 || line.Any(char.IsControl))
            {
                throw new FormatException($"No header line: {line}");
            }

            if (line[0] == ' ')
            {
                var (name, value) = _headers[^1];
                _headers[^1] = (name, value + line);
            }
            else
            {
                var field = FieldPattern().Match(line);
                _headers.Add(
                    field.Success ? (field.Groups[1].Value, field.Groups[2].Value) : throw new FormatException(line));
            }

            LongestHeaderLine = Math.Max(LongestHeaderLine, line.Length);
        }

        Body = content[(end + 4)..];
        Parts = ContentType.StartsWith("multipart/", StringComparison.Ordinal)
            ? [.. Split(Body, Parameter("Content-Type", "boundary"))]
            : [];
    }

    public int LongestHeaderLine { get; }

    /// <summary>Octets after the header, one a character.</summary>
    public string Body { get; }

    public IReadOnlyList<ParsedMail> Parts { get; }

    public string ContentType => Raw("Content-Type").Split(';')[0];

    public IEnumerable<string> Names => _headers.Select(header => header.Name);

    public static ParsedMail Parse(byte[] message)
    {
        var content = Encoding.Latin1.GetString(message);
        return content.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n', '\0')
            ? throw new FormatException("A bare CR or LF, or a NUL.")
            : new ParsedMail(content);
    }

    /// <summary>A field unfolded and undecoded; throws unless it is there once.</summary>
    public string Raw(string name) => _headers.Single(header => header.Name == name).Value;

    /// <summary>A field with its encoded words decoded.</summary>
    public string Header(string name)
    {
        // Blanks between adjacent encoded words do not count (RFC 2047, section 6.2).
        var joined = BetweenWordsPattern().Replace(Raw(name), "$1");
        return Utf8(
            EncodedWordPattern().Replace(joined, match => Decode(match.Groups[1].Value, match.Groups[2].Value)));
    }

    /// <summary>Parameter of a structured field, joined and decoded by RFC 2231.</summary>
    public string Parameter(string name, string parameter)
    {
        var found = ParameterPattern().Matches(Raw(name))
            .Select(
                match => (
                    Key: match.Groups[1].Value,
                    Value: match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value))
            .Where(pair => pair.Key.Split('*')[0] == parameter).ToList();
        if (found is [{ } only] && only.Key == parameter)
        {
            return only.Value;
        }

        var joined = string.Concat(found.Select((pair, i) =>
            pair.Key == $"{parameter}*{i}*" || (found.Count == 1 && pair.Key == parameter + "*")
                ? pair.Value
                : throw new FormatException(pair.Key)));
        return joined.StartsWith("utf-8''", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(joined["utf-8''".Length..])
            : throw new FormatException(joined);
    }

    /// <summary>Decoded octets of the only part of a type.</summary>
    public byte[] PartContent(string type)
    {
        var part = All().Single(candidate => candidate.ContentType == type);
        return part.Raw("Content-Transfer-Encoding") switch
        {
            "base64" => part.Body.Split("\r\n").All(line => line.Length <= 76)
                ? Convert.FromBase64String(part.Body) : throw new FormatException("A line of base64 is too long."),
            "quoted-printable" => FromQuotedPrintable(part.Body),
            "7bit" => Encoding.ASCII.GetBytes(part.Body),
            "8bit" => Encoding.Latin1.GetBytes(part.Body),
            var other => throw new FormatException(other),
        };
    }

    public string PartText(string type) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(PartContent(type));

    public IEnumerable<ParsedMail> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    private static IEnumerable<ParsedMail> Split(string body, string boundary)
    {
        var pieces = ("\r\n" + body).Split($"\r\n--{boundary}");
        if (pieces.Length < 3 || pieces[0].Length > 0 || pieces[^1] != "--\r\n")
        {
            throw new FormatException("The multipart is not closed, or something stands outside its parts.");
        }

        return pieces[1..^1].Select(piece => piece.StartsWith("\r\n", StringComparison.Ordinal)
            ? new ParsedMail(piece[2..] + "\r\n") : throw new FormatException(piece));
    }

    private static byte[] FromQuotedPrintable(string body)
    {
        var octets = new MemoryStream();
        foreach (var line in body.Split("\r\n")[..^1])
        {
            if (line.Length > 76 || line.EndsWith(' ') || line.Any(c => c > 126))
            {
                throw new FormatException($"No line of quoted-printable: {line}");
            }

            var soft = line.EndsWith('=');
            octets.Write(Encoding.Latin1.GetBytes(UnescapeQuoted(soft ? line[..^1] : line)));
            if (!soft)
            {
                octets.Write("\r\n"u8);
            }
        }

        return octets.ToArray();
    }

    private static string Decode(string encoding, string text)
    {
        var octets = encoding == "B"
            ? Convert.FromBase64String(text)
            : Encoding.Latin1.GetBytes(UnescapeQuoted(text.Replace('_', ' ')));

        // Each word on its own must be whole characters (RFC 2047, section 5).
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
        return Encoding.Latin1.GetString(octets);
    }

    private static string UnescapeQuoted(string text) => QuotedOctetPattern().Replace(
        text, match => (
            (char)byte.Parse(
                match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    private static string Utf8(string octets) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(octets));

    [GeneratedRegex(@"^([A-Za-z-]+): ?(.*)$")]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^? ]*)\?=")]
    private static partial Regex EncodedWordPattern();

    [GeneratedRegex(@"(=\?utf-8\?[BQ]\?[^? ]*\?=) +(?==\?utf-8\?)")]
    private static partial Regex BetweenWordsPattern();

    [GeneratedRegex(@";\s+([a-z0-9*]+)=(?:""([^""]*)""|([^;\s]*))")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex QuotedOctetPattern();
}
