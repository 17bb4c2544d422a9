using System.Text.Json;
using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Pdf;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests.Pages;

/// <summary>Renewals through the pages, from the choice of policies to the last mail.</summary>
[Collection(PortalCollection.Name)]
public sealed class RenewPageTests(Chromium chromium, PortalSystem system)
{
    private static readonly string[] Lines =
    [
        "General liability", "Automobile liability", "Umbrella liability", "Workers compensation",
    ];

    private static readonly IReadOnlyList<string> Receiving = PageClients.HeavyHolders(receiving: true);

    // Each number that the page of a run shows, in one list for each time that the page was loaded.
    private const string NotesWhatIsDelivered =
        """
        // Not in frames, such as a PDF's, nor in a page that is left before it has loaded: its window has no storage any more.
        if (window === top) addEventListener("DOMContentLoaded", () => {
            if (!window.sessionStorage) return;
            const lists = JSON.parse(sessionStorage.delivered ?? "[]");
            const own = [];
            const note = () => {
                const shown = /Delivered\s+([\d,]+) of/.exec(document.querySelector("#run")?.innerText);
                if (shown) {
                    own.push(Number(shown[1].replaceAll(",", "")));
                    sessionStorage.delivered = JSON.stringify([...lists, own]);
                }
            };
            new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
            note();
        });
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_with_2000_holders_renews_and_is_watched_to_its_end_across_a_reload()
    {
        var client = (await system.People.BookAsync(Stop))[PageClients.Heavy];
        system.Portal.Mail.Empty();
        await using var desk = await system.People.DeskAsync(chromium, Stop);
        var window = desk.Window;
        await ChooseAsync(window, client.Id);
        await window.Page.GetByRole(AriaRole.Region, new() { Name = "General liability" })
            .GetByLabel("General aggregate").FillAsync("$3,000,000");
        await window.PressAsync("Continue");
        await window.ShowsAsync("Check before it goes out");
        await MarksWhatChangesAsync(window);
        await SaysWhoGetsOneAsync(window);
        await PreviewsOneAsync(window);
        await window.ScreenshotAsync("system-renew-check-1440");
        await window.Page.AddInitScriptAsync(NotesWhatIsDelivered);
        await window.PressAsync("Renew and send 1,939 certificates");

        await window.ArriveAsync($"/clients/{client.Id}/distributions/");
        await window.SaysAsync(".toast", "4 policies were renewed.");
        await WatchAsync(window);
        await AssertArrivedAsync(new Uri(window.Page.Url).Segments[^1]);
    }

    [Fact]
    public async Task A_policy_renews_with_scripts_off()
    {
        var client = (await system.People.BookAsync(Stop))["C670009"];
        await using var desk = await system.People.DeskAsync(chromium, Stop, scripts: false, width: 390);
        var window = desk.Window;
        await window.Page.GotoAsync($"/clients/{client.Id}");
        await window.GoAsync("^Renew$");
        await window.Page.GetByLabel("General liability").CheckAsync();
        await window.PressAsync("Continue");
        await window.TypeAsync("Insurer", "Travelers Property Casualty Company of America");
        await window.TypeAsync("NAIC code", "2567");
        await window.PressAsync("Continue");
        await window.SaysAsync(".has-error .error", "exactly five digits");
        await window.TypeAsync("NAIC code", "25674");
        await window.PressAsync("Continue");
        await window.HeadsAsync("Check before it goes out");
        Assert.Contains(
            await window.Page.Locator(".differs").AllInnerTextsAsync(),
            row => row.Contains("25674", StringComparison.Ordinal));
        await window.PressLikeAsync("^Renew and send");

        await window.ArriveAsync("/distributions/");
        await Assertions.Expect(window.Page.Locator("#run"))
            .ToContainTextAsync("issued and delivered", new() { Timeout = BrokerPages.Patience });
        var renewed = await system.Portal.Partner.PoliciesAsync(client.Ref, Stop);
        Assert.Equal(
            "25674",
            renewed.Single(policy => policy.Line == "general_liability").Carrier.Naic);
        Assert.Empty(window.Faults);
    }

    private static async Task ChooseAsync(Window window, Guid client)
    {
        await window.Page.GotoAsync($"/clients/{client}/renew");
        await window.ShowsAsync("Which policies renew?");
        foreach (var line in Lines)
        {
            await window.Page.GetByLabel(line).CheckAsync();
        }

        await window.PressAsync("Continue");
        await window.ShowsAsync("What are the new terms?");
    }

    private static async Task MarksWhatChangesAsync(Window window)
    {
        var changed = await window.Page.Locator(".differs").AllInnerTextsAsync();
        Assert.Equal((2 * Lines.Length) + 1, changed.Count);
        Assert.Contains(
            changed,
            row => row.Contains("$2,000,000", StringComparison.Ordinal)
                && row.Contains("$3,000,000", StringComparison.Ordinal));
        Assert.Equal(
            Lines.Length,
            changed.Count(
                row => row.Contains("Jul 1, 2026", StringComparison.Ordinal)
                    && row.Contains("Jul 1, 2027", StringComparison.Ordinal)));
    }

    private static async Task SaysWhoGetsOneAsync(Window window)
    {
        Assert.Equal((1939, 61), (Receiving.Count, PageClients.HeavyHolders(receiving: false).Count));
        await window.GoAsync("^61 holders do not$");
        await window.SaysAsync("main", "of 61");
        await window.Page.WaitForLoadStateAsync();
        var without = await window.Page.Locator("table.data tbody tr").AllInnerTextsAsync();
        Assert.NotEmpty(without);
        Assert.All(
            without, row => Assert.Contains("Set to get no certificates at renewals", row, StringComparison.Ordinal));
        await window.GoAsync("^1,939 holders get one$");
        await window.SaysAsync(".tabs [aria-current=true]", "1,939 holders get one");
    }

    private static async Task PreviewsOneAsync(Window window)
    {
        var row = window.Page.Locator("table.data tbody tr").Nth(2);
        var holder = await row.Locator("th bdi").InnerTextAsync();
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await window.ArriveAsync("#preview$");
        var source = await window.Page.Locator("iframe").GetAttributeAsync("src");
        var text = PdfTools.Text(await window.FetchAsync(source!.Split('#')[0]));
        Assert.All(
            [holder, "07/01/2027", "07/01/2028", "$3,000,000"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
    }

    // The numbers grow by themselves, are the same or more after a reload, and come to their end.
    private static async Task WatchAsync(Window window)
    {
        var run = window.Page.Locator("#run");
        await Assertions.Expect(run).ToContainTextAsync("Delivered", new() { Timeout = BrokerPages.Patience });
        // Before that it notes nothing.
        await window.Page.WaitForLoadStateAsync();
        await window.ReloadAsync();
        await Assertions.Expect(run)
            .ToContainTextAsync(
                "Done. 1,939 certificates were issued and delivered.", new() { Timeout = BrokerPages.Patience });
        await Assertions.Expect(window.Page.Locator(".toast")).ToContainTextAsync("Done. 1,939 certificates");

        var shown = JsonSerializer.Deserialize<int[][]>(
            await window.Page.EvaluateAsync<string>("() => sessionStorage.delivered"))!;
        Assert.Equal(2, shown.Length);
        Assert.InRange(shown[1][0], shown[0][^1], 1938);
        int[] all = [.. shown[0], .. shown[1]];
        Assert.Equal(all.Order(), all);
        Assert.InRange(all.Distinct().Count(), 4, 1940);
        Assert.Equal(1939, all[^1]);
        Assert.Empty(await window.AxeAsync());
        Assert.Empty(window.Faults);
    }

    private async Task AssertArrivedAsync(string distribution)
    {
        var state = await system.Portal.Partner.GetAsync<DistributionAnswer>(
            $"/api/v1/distributions/{distribution}", Stop);
        Assert.Equal(
            ("finished", 1939, 1939, 1939, 0),
            (state.Status, state.Total, state.Issued, state.Delivered, state.Failed));
        var mails = system.Portal.Mail.Received().Where(mail => mail.Attachment.Length > 0)
            .Select(mail => mail.Recipient).Order(StringComparer.Ordinal);
        Assert.Equal(Receiving, mails);
    }
}
