using System.Globalization;

namespace Portal.ServiceDefaults.Colors;

/// <summary>A color of sRGB, with what WCAG 2.2 says of how well colors stand out from each other.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Contrast that text needs at least (WCAG 2.2, 1.4.3).</summary>
    public const double TextContrast = 4.5;

    /// <summary>Contrast that the edges of controls need at least (WCAG 2.2, 1.4.11).</summary>
    public const double EdgeContrast = 3;

    private const int TextLength = 7;

    public static Rgb Black { get; } = new(0, 0, 0);

    public static Rgb White { get; } = new(255, 255, 255);

    /// <summary>The portal's own accent, for an agency that set none.</summary>
    public static Rgb PortalAccent { get; } = new(0x0f, 0x5c, 0x6e);

    /// <summary>White, or black where white could not be read; one of them always can: it has at least 4.58.</summary>
    public Rgb Ink => Contrast(White) >= TextContrast ? White : Black;

    /// <summary>Relative luminance as WCAG 2.2 defines it, from 0 to 1.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    /// <exception cref="FormatException">The text is nothing of the kind.</exception>
    public static Rgb Parse(string text) =>
        TryParse(text, out var color) ? color : throw new FormatException($"{text} is not #rrggbb.");

    /// <summary>Reads <c>#rrggbb</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out Rgb color)
    {
        color = default;
        if (text is not ['#', .. var digits] || text.Length != TextLength || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var value = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        color = new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>Contrast ratio, from 1 to 21.</summary>
    public double Contrast(Rgb other)
    {
        const double Flare = 0.05;
        var (one, two) = (Luminance + Flare, other.Luminance + Flare);
        return one > two ? one / two : two / one;
    }

    /// <summary>This color with a share of another, from 0 to 1, mixed as CSS mixes in sRGB.</summary>
    public Rgb Mixed(Rgb other, double share) => new(
        Part(Red, other.Red, share), Part(Green, other.Green, share), Part(Blue, other.Blue, share));

    /// <summary>In lower case, as <c>#0f5c6e</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Part(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * share));

    private static double Linear(byte channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
