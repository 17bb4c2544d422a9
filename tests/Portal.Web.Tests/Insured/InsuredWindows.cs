using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Insured;

/// <summary>A client, or somebody who stepped in, in a window.</summary>
internal static class InsuredWindows
{
    public const string Ada = "ada@acme.example";

    /// <summary>Opens a window for somebody.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="site">The pages.</param>
    /// <param name="visitor">Address by which the person signed in.</param>
    /// <param name="mode">view or manage for whoever stepped in.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="width">Width of the screen.</param>
    /// <param name="scheme">Light or dark.</param>
    public static async Task<Window> OpenAsAsync(
        this Chromium chromium,
        Site site,
        string visitor,
        string? mode = null,
        bool scripts = true,
        int width = 1440,
        ColorScheme scheme = ColorScheme.Light)
    {
        var window = await chromium.OpenAsync(site, scripts, width, scheme);
        await window.CarryAsync(site.SignIn(visitor, mode));
        return window;
    }

    /// <summary>A path of the account, as the client reaches it or, with a delegation, whoever stepped in.</summary>
    public static string AccountPath(this Site site, string client, string below = "", Guid? delegation = null) =>
        $"{(delegation is null ? "" : $"/as/{delegation}")}/a/{site.Services.Clients.Of(client).Id}{below}";
}
