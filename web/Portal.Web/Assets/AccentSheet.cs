using System.Text;
using Portal.ServiceDefaults.Colors;
using Portal.Web.Themes;

namespace Portal.Web.Assets;

/// <summary>
/// An agency's accent as a style sheet with an address. It is computed from the color that the address names.
/// </summary>
internal static class AccentSheet
{
    private const string Prefix = "accent-";

    /// <summary>The address of a color's style sheet; null for the portal's own, or for what is no color.</summary>
    public static string? AddressOf(string? color) =>
        Rgb.TryParse(color, out var accent) && accent != Rgb.PortalAccent
            ? "/assets/" + SheetOf(accent).FileName
            : null;

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

    private static Asset SheetOf(Rgb accent) =>
        new($"{Prefix}{accent.ToString()[1..]}.css", Encoding.UTF8.GetBytes(Accent.Css(accent)));
}
