using Portal.ServiceDefaults.Colors;

namespace Portal.Web.Themes;

/// <summary>
/// An agency's accent as CSS that sets the tokens of tokens.css anew. Text of this color and on it stays readable
/// whatever color was chosen: the accent is lightened or darkened as text, and its share is cut behind text.
/// </summary>
internal static class Accent
{
    private const double HoverShare = 0.14;

    /// <summary>The tokens in CSS, for light and for dark.</summary>
    public static string Css(Rgb accent)
    {
        var (light, dark) = (AccentTokens.Of(accent, Surface.Light), AccentTokens.Of(accent, Surface.Dark));
        var hover = accent.Mixed(accent.Ink == Rgb.White ? Rgb.Black : Rgb.White, HoverShare);
        return $":root{{--accent:{accent};--accent-ink:{accent.Ink};--accent-hover:{hover};"
            + $"--accent-fill:{AccentTokens.Readable(accent, Rgb.Black, Rgb.TextContrast, Rgb.White)};{light}}}"
            + $"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}";
    }
}
