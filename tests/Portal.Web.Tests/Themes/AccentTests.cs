using System.Text.RegularExpressions;
using Portal.ServiceDefaults.Colors;
using Portal.Testing.Browsing;
using Portal.Web.Assets;
using Portal.Web.Themes;

namespace Portal.Web.Tests.Themes;

/// <summary>Whatever color an agency chooses, its pages can be read.</summary>
public sealed partial class AccentTests
{
    private static readonly int[] Levels = [0, 1, 51, 102, 128, 153, 204, 254, 255];

    public static TheoryData<string> Hostile() =>
        [.. (string[])["#ffff00", "#ffffff", "#000000", "#eeeeee", "#777777", "#767676", "#00ff00", "#ff00ff", "#0000ff", "#ff8800", "#14191b", "#f7f6f3"]];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_color_can_be_read(string color) => AssertReadable(Rgb.Parse(color));

    [Fact]
    public void Any_other_color_can_be_read_too()
    {
        foreach (var red in Levels)
        {
            foreach (var green in Levels)
            {
                foreach (var blue in Levels)
                {
                    AssertReadable(new Rgb((byte)red, (byte)green, (byte)blue));
                }
            }
        }
    }

    [Fact]
    public void A_color_that_can_be_read_stays_what_was_chosen()
    {
        var tokens = TokensOf(Accent.Css(Rgb.Parse("#1d4f91"))).Light;

        Assert.Equal(
            ("#1d4f91", "#ffffff", "#1d4f91", "#1d4f91"),
            (tokens["accent"], tokens["accent-ink"], tokens["accent-text"], tokens["accent-edge"]));
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    public void Contrast_is_what_WCAG_says(string one, string other, double ratio) =>
        Assert.Equal(ratio, Rgb.Parse(one).Contrast(Rgb.Parse(other)), 0.005);

    [Theory]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("#gggggg")]
    [InlineData("#12345 ")]
    [InlineData("red")]
    [InlineData("#123456}body{display:none")]
    public void What_is_no_color_has_no_sheet(string color)
    {
        Assert.Null(AccentSheet.AddressOf(color));
        Assert.Null(AccentSheet.Find($"accent-{color.TrimStart('#')}.0123456789ab.css"));
    }

    [Fact]
    public void A_sheet_is_found_by_its_own_address_alone()
    {
        var address = AccentSheet.AddressOf("#FFCC00")!;

        Assert.Matches("^/assets/accent-ffcc00\\.[0-9a-f]{12}\\.css$", address);
        Assert.NotNull(AccentSheet.Find(Path.GetFileName(address)));
        Assert.Null(AccentSheet.Find("accent-ffcc00.000000000000.css"));
        Assert.Null(AccentSheet.AddressOf(Rgb.PortalAccent.ToString()));
        Assert.Null(AccentSheet.AddressOf(null));
    }

    [Fact]
    public async Task The_grounds_are_those_of_the_style_sheet()
    {
        var tokens = TokensOf(await File.ReadAllTextAsync(
            Path.Combine(
                ScreenshotFolder.Path,
                "../../web/Portal.Web/Styles/tokens.css"), TestContext.Current.CancellationToken));

        Assert.Equal(Rgb.PortalAccent.ToString(), tokens.Light["accent"]);
        AssertGround(Surface.Light, tokens.Light);
        AssertGround(Surface.Dark, tokens.Dark);

        static void AssertGround(Surface ground, Dictionary<string, string> tokens) => Assert.Equal(
            (ground.Canvas, ground.Raised, ground.QuietInk),
            (Rgb.Parse(tokens["canvas"]), Rgb.Parse(Long(tokens["raised"])), Rgb.Parse(tokens["ink-soft"])));

        static string Long(string color) => color == "#fff" ? "#ffffff" : color;
    }

    private static void AssertReadable(Rgb accent)
    {
        var (light, dark) = TokensOf(Accent.Css(accent));
        var (fill, ink, hover) = (
            Rgb.Parse(light["accent"]), Rgb.Parse(light["accent-ink"]), Rgb.Parse(light["accent-hover"]));
        Assert.Equal(accent, fill);
        AssertContrast(Rgb.TextContrast, ink, fill);
        AssertContrast(Rgb.TextContrast, ink, hover);
        AssertContrast(Rgb.TextContrast, Rgb.White, Rgb.Parse(light["accent-fill"]));
        foreach (var (ground, tokens) in new[] { (Surface.Light, light), (Surface.Dark, dark) })
        {
            var (text, edge, soft) = (
                Rgb.Parse(tokens["accent-text"]), Rgb.Parse(tokens["accent-edge"]), Rgb.Parse(tokens["accent-soft"]));
            foreach (var behind in (Rgb[])[ground.Canvas, ground.Raised, soft])
            {
                AssertContrast(Rgb.TextContrast, text, behind);
                AssertContrast(Rgb.TextContrast, ground.QuietInk, behind);
            }

            AssertContrast(Rgb.EdgeContrast, edge, ground.Canvas);
            AssertContrast(Rgb.EdgeContrast, edge, ground.Raised);
        }

        void AssertContrast(double least, Rgb one, Rgb other) =>
            Assert.True(
                one.Contrast(other) >= least,
                $"Accent {accent}: {one} on {other} has {one.Contrast(other):0.00}, not {least}.");
    }

    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) TokensOf(string css)
    {
        var parts = css.Split("@media (prefers-color-scheme");
        return (Read(parts[0]), Read(parts[1]));

        static Dictionary<string, string> Read(string part) =>
            Declaration().Matches(part).ToDictionary(one => one.Groups["name"].Value, one => one.Groups["value"].Value);
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?<value>#[0-9a-f]+);?")]
    private static partial Regex Declaration();
}
