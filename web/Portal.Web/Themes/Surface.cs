using Portal.ServiceDefaults.Colors;

namespace Portal.Web.Themes;

/// <summary>What the pages are painted on, as tokens.css has it.</summary>
/// <param name="Canvas">The page.</param>
/// <param name="Raised">Panels, tables and controls.</param>
/// <param name="QuietInk">The weakest text.</param>
/// <param name="Away">Black or white, whichever stands out from it.</param>
/// <param name="SoftShare">How much of an accent is in what is highlighted, at most.</param>
internal sealed record Surface(Rgb Canvas, Rgb Raised, Rgb QuietInk, Rgb Away, double SoftShare)
{
    public static Surface Light { get; } = new(Rgb.Parse("#f7f6f3"), Rgb.White, Rgb.Parse("#566065"), Rgb.Black, 0.09);

    public static Surface Dark { get; } = new(
        Rgb.Parse("#14191b"), Rgb.Parse("#1c2326"), Rgb.Parse("#a5afb2"), Rgb.White, 0.3);
}
