using System.Globalization;
using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests.Pages;

/// <summary>Files with dirt on their way in through the page.</summary>
[Collection(PortalCollection.Name)]
public sealed class ImportPageTests(Chromium chromium, PortalSystem system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dirt_is_shown_row_by_row_before_anything_is_done_and_the_rest_comes_in()
    {
        var book = await system.People.BookAsync(Stop);
        await using var desk = await system.People.DeskAsync(chromium, Stop);
        var window = desk.Window;
        await window.Page.GotoAsync("/imports/new");
        foreach (
            var (label, file) in new[]
            {
                ("Clients", "book-clients"),
                ("Policies", "book-policies"),
                ("Certificate holders", "book-holders-messy"),
            })
        {
            await window.Page.GetByLabel(label).SetInputFilesAsync(book.FileOf(file));
        }

        await window.PressAsync("Check the files");
        await EndedAsync(window, "3 rows would be added or changed");
        await AgreesWithTheApiAsync(window, dryRun: true);
        var refused = await window.Page.Locator("section tbody tr").AllInnerTextsAsync();
        Assert.Equal(7, refused.Count);
        Assert.Contains(
            refused,
            row => row.Contains("C679999", StringComparison.Ordinal)
                && row.Contains("no such client", StringComparison.Ordinal));
        Assert.Contains(
            refused,
            row => row.Contains("flood_of_ages", StringComparison.Ordinal)
                && row.Contains("is not known", StringComparison.Ordinal));
        await window.Page.SetViewportSizeAsync(390, 844);
        await window.ShowsAsync("3 rows would be added or changed");
        await window.ScreenshotAsync("system-import-checked-390");
        await window.Page.SetViewportSizeAsync(1440, 900);

        await window.PressAsync("Import 3 rows");
        await EndedAsync(window, "3 rows were added or changed");
        await AgreesWithTheApiAsync(window, dryRun: false);
        await window.ScreenshotAsync("system-import-done-1440");
        Assert.Empty(window.Faults);
    }

    private static async Task EndedAsync(Window window, string heading)
    {
        await Assertions.Expect(window.Page.Locator("h1"))
            .ToHaveTextAsync(heading, new() { Timeout = BrokerPages.Patience });
        await window.ShowsAsync(heading);
    }

    private async Task AgreesWithTheApiAsync(Window window, bool dryRun)
    {
        var job = await system.Portal.Partner.GetAsync<ImportAnswer>(
            "/api/v1" + new Uri(window.Page.Url).AbsolutePath, Stop);
        Assert.Equal(dryRun, job.DryRun);
        var rows = await window.Page.Locator("table.data").First.Locator("tbody tr").AllAsync();
        foreach (var (row, counts) in rows.Zip(job.Files()))
        {
            var shown = await row.Locator("td").AllInnerTextsAsync();
            Assert.Equal(
                [counts.Added, counts.Updated, counts.Unchanged, counts.Refused],
                shown.Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture)));
        }

        Assert.Equal(
            (0, 3, 6),
            (job.Clients.Added, job.Holders.Added, job.Holders.Refused));
        Assert.Equal(
            (25, 123, 1),
            (job.Clients.Unchanged, job.Policies.Unchanged, job.Holders.Unchanged));
    }
}
