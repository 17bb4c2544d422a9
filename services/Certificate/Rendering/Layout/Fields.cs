using Portal.Pdf.Content;
using Portal.Pdf.Fonts;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>
/// Fills the fields of one page. Text that is too long is set smaller, and what still does not fit is cut with a
/// mark that sends the reader to the remarks, where it stands in full.
/// </summary>
internal sealed class Fields(ContentWriter page, List<Remark> remarks)
{
    private const string Continued = "… (see additional remarks)";
    private const double Step = 0.5;

    /// <summary>Height of a line for each point of its font's size.</summary>
    private const double Leading = 1.18;

    /// <summary>Part of a line's height above its baseline.</summary>
    private const double Rise = 0.93;

    public ContentWriter Page => page;

    /// <summary>Writes text into an area, from its top.</summary>
    /// <param name="name">Name of the field in the remarks.</param>
    /// <param name="text">Any text; a line end begins a new line.</param>
    /// <param name="area">Where it has to fit.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">Largest size in points.</param>
    /// <returns>The y below the last line.</returns>
    public double Write(string name, string text, Area area, PdfFont font, double size)
    {
        for (var trial = size; ; trial = Math.Max(trial - Step, Typography.SmallestSize))
        {
            var room = Math.Max(1, (int)Math.Floor((area.Height + 0.01) / (trial * Leading)));
            var lines = LineBreaker.Break(font, trial, area.Width, text);
            if (lines.Count <= room)
            {
                return Draw(lines, area, font, trial);
            }

            if (trial <= Typography.SmallestSize)
            {
                remarks.Add(new Remark(name, text));
                return Draw(
                    [.. lines.Take(room - 1), Shorten(lines[room - 1], area.Width, font, trial)], area, font, trial);
            }
        }
    }

    private static string Shorten(string line, double width, PdfFont font, double size)
    {
        var room = width - font.Measure(Continued, size);
        var kept = line.AsSpan();
        while (kept.Length > 1 && font.Measure(kept, size) > room)
        {
            kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        }

        return string.Concat(kept.TrimEnd(), Continued);
    }

    private double Draw(IReadOnlyList<string> lines, Area area, PdfFont font, double size)
    {
        var top = area.Top;
        foreach (var line in lines)
        {
            page.Text(font, size, area.Left, top + (size * Rise), line);
            top += size * Leading;
        }

        return top;
    }
}
