using Portal.ServiceDefaults.Colors;

namespace Portal.Web.Themes;

/// <summary>What an accent becomes on light or on dark.</summary>
/// <param name="Text">Links, and the ring around what has the focus.</param>
/// <param name="Edge">Borders of what is filled with the accent.</param>
/// <param name="Soft">Behind what is highlighted.</param>
internal sealed record AccentTokens(Rgb Text, Rgb Edge, Rgb Soft)
{
    // What is computed in fractions is rounded to bytes twice, here and on the screen.
    private const double Margin = 0.1;
    private const double Step = 0.02;

    public static AccentTokens Of(Rgb accent, Surface surface)
    {
        var share = surface.SoftShare;
        var soft = surface.Raised.Mixed(accent, share);
        while (share > 0 && soft.Contrast(surface.QuietInk) < Rgb.TextContrast + Margin)
        {
            soft = surface.Raised.Mixed(accent, share -= Step);
        }

        return new AccentTokens(
            Readable(accent, surface.Away, Rgb.TextContrast, surface.Canvas, surface.Raised, soft),
            Readable(accent, surface.Away, Rgb.EdgeContrast, surface.Canvas, surface.Raised),
            soft);
    }

    /// <summary>The color, changed no more than it takes to stand out from each of some others.</summary>
    public static Rgb Readable(Rgb color, Rgb towards, double contrast, params ReadOnlySpan<Rgb> from)
    {
        var share = 0.0;
        var changed = color;
        while (share < 1 && !StandsOut(changed, contrast + Margin, from))
        {
            changed = color.Mixed(towards, share += Step);
        }

        return changed;
    }

    public override string ToString() => $"--accent-text:{Text};--accent-edge:{Edge};--accent-soft:{Soft}";

    private static bool StandsOut(Rgb color, double contrast, ReadOnlySpan<Rgb> from)
    {
        foreach (var other in from)
        {
            if (color.Contrast(other) < contrast)
            {
                return false;
            }
        }

        return true;
    }
}
