using Portal.Pdf.Fonts;

namespace Portal.Pdf.Content;

/// <summary>Cuts text into lines that fit a width.</summary>
public static class LineBreaker
{
    /// <summary>
    /// Breaks at line ends of the text and at spaces; a word wider than a line is cut behind a hyphen or slash, or
    /// where the line ends.
    /// </summary>
    /// <param name="font">The font the lines will be drawn in.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="width">Room for a line in points.</param>
    /// <param name="text">Any text.</param>
    /// <returns>At least one line; together they hold every word of the text.</returns>
    public static IReadOnlyList<string> Break(PdfFont font, double size, double width, string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            BreakParagraph(font, width * 1000 / size, paragraph.TrimEnd(), lines);
        }

        return lines;
    }

    private static void BreakParagraph(PdfFont font, double room, ReadOnlySpan<char> paragraph, List<string> lines)
    {
        do
        {
            var length = LineLength(font, room, paragraph);
            lines.Add(paragraph[..length].TrimEnd().ToString());
            paragraph = paragraph[length..].TrimStart();
        }
        while (!paragraph.IsEmpty);
    }

    private static int LineLength(PdfFont font, double room, ReadOnlySpan<char> text)
    {
        var rest = text;
        var used = 0;
        var lastSpace = 0;
        var lastJoint = 0;
        while (!rest.IsEmpty)
        {
            var at = text.Length - rest.Length;
            if (char.IsWhiteSpace(rest[0]))
            {
                lastSpace = at;
            }

            used += font.TakeWidth(ref rest);
            if (used > room && !char.IsWhiteSpace(text[at]))
            {
                return lastSpace > 0 ? lastSpace
                    : lastJoint > 0 ? lastJoint
                    : at > 0 ? at
                    : text.Length - rest.Length;
            }

            if (text[at] is '-' or '/')
            {
                lastJoint = at + 1;
            }
        }

        return text.Length;
    }
}
