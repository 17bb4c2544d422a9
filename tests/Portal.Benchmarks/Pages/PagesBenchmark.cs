using System.Text.Json;
using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.Benchmarks.Pages;

/// <summary>
/// What a broker's browser sees of the pages on the whole system, with the demo's clients and the one of 2,000 holders:
/// each page in windows that remember nothing, so that style, scripts and page are all fetched.
/// </summary>
internal static class PagesBenchmark
{
    private const string Admin = "admin@harborlight.example";
    private const int Rounds = 15;

    /// <summary>Prints one line of JSON for each page: medians and 95th percentiles over the rounds.</summary>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var portal = await RunningPortal.StartAsync(new PortalStart { KeepMail = true }, cancellationToken);
        await portal.Partner.ImportAsync(DemoBook.Files("book"), dryRun: false, cancellationToken);
        await portal.Partner.ImportAsync(DemoBook.Files("heavy"), dryRun: false, cancellationToken);
        var policies = await portal.Partner.PoliciesAsync(DemoBook.HeavyClient, cancellationToken);
        var distribution = await portal.Partner.RenewAsync(policies, new DateOnly(2027, 7, 1), cancellationToken);
        await portal.Partner.FinishedAsync(distribution, cancellationToken);
        var client = policies[0].ClientId;
        using var admin = await SignInAsync(portal, cancellationToken);
        await using var chromium = new Chromium();
        foreach (var path in (string[])
            [
                "/sign-in/harborlight", "/clients", $"/clients/{client}", $"/clients/{client}/holders",
                $"/clients/{client}/certificates", $"/clients/{client}/distributions/{distribution}",
            ])
        {
            var views = new List<PageView>();
            for (var round = -1; round < Rounds; round++)
            {
                var view = await PageView.TakeAsync(chromium, portal.Gateway, admin.Session, path);
                // The first asks for what every later one finds warm.
                if (round >= 0)
                {
                    views.Add(view);
                }
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                benchmark = "pages",
                path = path.Replace(client.ToString(), "{client}", StringComparison.Ordinal)
                    .Replace(distribution.ToString(), "{distribution}", StringComparison.Ordinal),
                rounds = Rounds,
                firstByteMilliseconds = Spread(views.Select(view => view.FirstByte)),
                largestContentfulPaintMilliseconds = Spread(views.Select(view => view.LargestPaint)),
                kilobytes = Math.Round(views.Max(view => view.Bytes) / 1000, 1),
            }));
        }
    }

    private static object Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new
        {
            p50 = Math.Round(sorted[sorted.Length / 2]),
            p95 = Math.Round(sorted[(int)Math.Ceiling(0.95 * sorted.Length) - 1]),
        };
    }

    private static async Task<PortalBrowser> SignInAsync(RunningPortal portal, CancellationToken cancellationToken)
    {
        var browser = portal.Browser();
        await browser.SignInAsync("staff", Admin, portal.Mail, cancellationToken);
        await browser.EnrollAsync(cancellationToken);
        return browser;
    }
}
