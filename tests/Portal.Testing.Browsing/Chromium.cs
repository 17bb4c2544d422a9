using Microsoft.Playwright;

namespace Portal.Testing.Browsing;

/// <summary>One browser for a whole test run: the machine's own, started when a window is first opened.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Milliseconds; a busy machine has taken more than ten seconds for a page.</summary>
    private const int Patience = 30_000;

    // For each window the browser loads two pages of its own for its address bar, which takes as long as a page of
    // ours. It heeds the last of such lists alone, so Playwright's own is in it as well.
    private static readonly string[] WithoutFeatures =
    [
        "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
        "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
        "GlobalMediaControls",
        "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
        "BlockOriginHeaderModificationOnRedirect", "AvoidCorsURLLoaderRestartOnRedirect", "Translate", "AutoDeElevate",
        "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    ];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-features=" + string.Join(',', WithoutFeatures),
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>A window of a browser that remembers nothing.</summary>
    /// <param name="site">
    /// Address of the portal, without a slash at its end; the window notes requests to any other.
    /// </param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="width">Width of the screen in pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <exception cref="InvalidOperationException">
    /// The browser is not installed; the message says how it is.
    /// </exception>
    public async Task<Window> OpenAsync(
        string site, bool scripts = true, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await _started.Value).Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site,
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            TimezoneId = "America/Chicago",
            ViewportSize = new ViewportSize { Width = width, Height = Window.HeightOf(width) },

            // So that nothing is looked at halfway.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync(), site);
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
        {
            var (driver, browser) = await _started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("Chromium is missing; install it: apt-get install chromium");
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        return (
            driver,
            await driver.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments }));
    }
}
