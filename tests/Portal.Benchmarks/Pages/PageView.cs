using System.Text.Json;
using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.Benchmarks.Pages;

/// <summary>One page opened in a browser that has nothing of it yet.</summary>
/// <param name="FirstByte">Milliseconds from the request to the first byte of the page.</param>
/// <param name="LargestPaint">Milliseconds from the start of the navigation to its Largest Contentful Paint.</param>
/// <param name="Bytes">What crossed the wire for page, style, scripts and the rest, compressed, with headers.</param>
internal sealed record PageView(double FirstByte, double LargestPaint, double Bytes)
{
    private const string Reading =
        """
        () => new Promise(resolve => {
            const [page] = performance.getEntriesByType("navigation");
            const parts = performance.getEntriesByType("resource");
            new PerformanceObserver(list => resolve([
                page.responseStart - page.requestStart,
                list.getEntries().at(-1).startTime,
                parts.reduce((sum, part) => sum + part.transferSize, page.transferSize),
            ])).observe({ type: "largest-contentful-paint", buffered: true });
        })
        """;

    /// <summary>Opens a page with a person's session.</summary>
    public static async Task<PageView> TakeAsync(Chromium chromium, Uri portal, string session, string path)
    {
        await using var window = await chromium.OpenAsync(portal.GetLeftPart(UriPartial.Authority));
        await window.CarryAsync(PortalBrowser.SessionCookie, session);
        var response = await window.Page.GotoAsync(path)
            ?? throw new InvalidOperationException($"{path} answered nothing.");
        if (!response.Ok)
        {
            throw new InvalidOperationException($"{path} answered {response.Status}.");
        }

        var read = await window.Page.EvaluateAsync<JsonElement>(Reading);
        return new PageView(read[0].GetDouble(), read[1].GetDouble(), read[2].GetDouble());
    }
}
