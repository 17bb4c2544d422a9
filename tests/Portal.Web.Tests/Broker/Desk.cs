using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>A broker at work in a window.</summary>
internal static class Desk
{
    public const string Broker = "sam@harborlight.example";

    public static async Task<Window> OpenDeskAsync(
        this Chromium chromium, Site site, bool scripts = true, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await chromium.OpenAsync(site, scripts, width, scheme);
        await window.CarryAsync(site.SignIn(Broker));
        return window;
    }

    public static string PathOf(this Site site, string client, string below = "") => $"/clients/{site.Services.Book.Of(client).Id}{below}";
}
