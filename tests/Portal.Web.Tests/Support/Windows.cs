using Microsoft.Playwright;
using Portal.Testing.Browsing;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Portal.Web.Tests.Support;

/// <summary>Windows of the pages under test.</summary>
internal static class Windows
{
    /// <summary>A window of a browser that remembers nothing.</summary>
    public static Task<Window> OpenAsync(
        this Chromium chromium, Site site, bool scripts =
            true, int width = 1440, ColorScheme scheme = ColorScheme.Light) =>
        chromium.OpenAsync(site.Address, scripts, width, scheme);

    /// <summary>Puts a session of the fake Identity into the browser.</summary>
    public static Task CarryAsync(this Window window, string reference) =>
        window.CarryAsync(FakeIdentity.SessionCookie, reference);

    /// <summary>
    /// The same on a desk and on a phone, in light and dark; the window goes on as a phone in the dark.
    /// </summary>
    public static async Task CheckViewsAsync(this Window window, string name)
    {
        foreach (var width in (int[])[1440, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await window.ViewAsync(width, scheme);
                await window.CheckAsync($"{name}-{width}-{scheme}");
            }
        }
    }

    /// <summary>Photographs the page and sees that it is accessible, quiet and fits.</summary>
    public static async Task CheckAsync(this Window window, string name)
    {
        await window.ScreenshotAsync(name);
        Assert.Empty(await window.FindingsAsync());
    }
}
