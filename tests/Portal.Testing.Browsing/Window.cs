using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Testing.Browsing;

/// <summary>A tab whose console and requests are watched.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    // The browser's own viewer of PDFs loads its parts so.
    private static readonly string[] OfTheBrowser = ["data:", "blob:", "chrome:", "chrome-extension:"];

    private const int MostReloads = 20;
    private static readonly TimeSpan BetweenReloads = TimeSpan.FromMilliseconds(100);

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];

    private readonly string _site;

    internal Window(IBrowserContext context, IPage page, string site)
    {
        (_context, Page, _site) = (context, page, site);
        page.Console += (_, message) =>
        {
            // The browser notes every answer of 400 and above, which a form shown again is on purpose.
            if (message.Type is "error" or "warning"
                && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                _faults.Enqueue($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Enqueue($"script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site + "/", StringComparison.Ordinal)
                && !OfTheBrowser.Any(own => request.Url.StartsWith(own, StringComparison.Ordinal)))
            {
                _faults.Enqueue($"elsewhere: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors, script errors, and requests to other hosts.</summary>
    public IEnumerable<string> Faults => _faults;

    public IBrowserContext Context => _context;

    /// <summary>
    /// What somebody opens beside this one in the same browser: a tab with the same cookies, watched as well.
    /// </summary>
    public async Task<Window> BesideAsync(Func<Task>? opening = null) =>
        new(
            _context,
            opening is null ? await _context.NewPageAsync() : await _context.RunAndWaitForPageAsync(opening),
            _site);

    /// <summary>Puts a session into the browser.</summary>
    /// <param name="cookie">Name of the session's cookie.</param>
    /// <param name="reference">Its value.</param>
    public Task CarryAsync(string cookie, string reference) => _context.AddCookiesAsync(
    [
        new Cookie
        {
            Name = cookie,
            Value = reference,
            Url = _site.Replace("http:", "https:", StringComparison.Ordinal),
            Secure = true,
            HttpOnly = true,
        },
    ]);

    public Task TypeAsync(string label, string text) => Page.GetByLabel(label).FillAsync(text);

    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits for an address. Not by WaitForURL, which misses the end of a page that loads at once.</summary>
    public Task ArriveAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(address));

    /// <summary>Waits for the page with a heading, all of it.</summary>
    public async Task HeadsAsync(string heading)
    {
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(heading);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Loads the page with a heading anew, once it is all there.</summary>
    public async Task ReloadAsync(string heading)
    {
        await HeadsAsync(heading);
        await ReloadAsync();
    }

    /// <summary>
    /// Loads the page anew. The browser refuses that while another page takes its place, as after a press that leads
    /// on: that page is waited for, and is the one that is loaded anew.
    /// </summary>
    public async Task ReloadAsync()
    {
        for (var tries = 1; ; tries++)
        {
            await Page.WaitForLoadStateAsync();
            try
            {
                await Page.ReloadAsync();
                return;
            }
            catch (PlaywrightException replaced) when (tries < MostReloads && replaced.Message.Contains(
                "Not attached to an active page", StringComparison.Ordinal))
            {
                await Task.Delay(BetweenReloads);
            }
        }
    }

    /// <summary>Findings of axe-core that are serious or worse.</summary>
    public async Task<string[]> AxeAsync()
    {
        await Page.WaitForLoadStateAsync();
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                .filter(found => ["serious", "critical"].includes(found.impact))
                .flatMap(found => found.nodes.map(node => `${found.id}: ${node.html} ${node.failureSummary}`))
            """);
    }

    /// <summary>Looks at the page on another screen.</summary>
    /// <param name="width">Width of the screen in pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    public async Task ViewAsync(int width, ColorScheme scheme)
    {
        await Page.SetViewportSizeAsync(width, HeightOf(width));
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
    }

    /// <summary>
    /// All that is wrong with what the window shows: faults so far, serious findings of axe-core, and a page wider than
    /// its screen.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindingsAsync()
    {
        string[] width = await OverflowsAsync() ? [$"{Page.Url} is wider than its screen."] : [];
        return [.. await AxeAsync(), .. width, .. Faults];
    }

    /// <summary>Whether something is wider than the screen.</summary>
    public Task<bool> OverflowsAsync() =>
        Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async Task ScreenshotAsync(string name)
    {
        await Page.WaitForLoadStateAsync();
        await Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(ScreenshotFolder.Path, name + ".png"), FullPage = true });
    }

    /// <summary>Height of a phone or of a desk's screen.</summary>
    internal static int HeightOf(int width) => width < 600 ? 844 : 900;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
