using System.Text;
using Portal.ServiceDefaults.Colors;
using Portal.Web.Assets;

namespace Portal.Web.Themes;

/// <summary>
/// An agency's accent as a style sheet that sets tokens.css anew. Whatever color was chosen, what is written on it and in it
/// can be read: it is lightened or darkened where it stands as text, and its share is cut where it stands behind text.
/// </summary>
internal static class Accent
{
    private const string Prefix = "accent-";

    /// <summary>The address of a color's style sheet; null for the portal's own, or for what is no color.</summary>
    public static string? AddressOf(string? color) =>
        Rgb.TryParse(color, out var accent) && accent != Rgb.PortalAccent ? "/assets/" + SheetOf(accent).FileName : null;

    /// <summary>The style sheet that an address names; null when it is another's, or of an older program.</summary>
    public static Asset? Find(string fileName)
    {
        if (!fileName.StartsWith(Prefix, StringComparison.Ordinal)
            || !Rgb.TryParse("#" + fileName[Prefix.Length..].Split('.')[0], out var accent))
        {
            return null;
        }

        var sheet = SheetOf(accent);
        return sheet.FileName == fileName ? sheet : null;
    }

    /// <summary>The tokens in CSS.</summary>
    public static string Css(Rgb accent)
    {
        var (light, dark) = (AccentTokens.Of(accent, Ground.Light), AccentTokens.Of(accent, Ground.Dark));
        return $":root{{--accent:{accent};--accent-ink:{accent.Ink};--accent-hover:{accent.Mixed(accent.Ink == Rgb.White ? Rgb.Black : Rgb.White, 0.14)};"
            + $"--accent-fill:{AccentTokens.Readable(accent, Rgb.Black, Rgb.TextContrast, Rgb.White)};{light}}}"
            + $"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}";
    }

    private static Asset SheetOf(Rgb accent) => new($"{Prefix}{accent.ToString()[1..]}.css", Encoding.UTF8.GetBytes(Css(accent)));
}
