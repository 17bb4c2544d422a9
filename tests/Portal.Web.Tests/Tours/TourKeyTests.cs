using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Tours;

/// <summary>
/// Keys that are pressed faster than a busy machine draws: none is lost, and none does what another was meant for.
/// </summary>
public sealed class TourKeyTests(Chromium chromium, Site site)
{
    // Frames are held back, as a busy machine holds them back, until the page draws again.
    private const string Hold =
        """
        () => {
            const [draw, waiting] = [window.requestAnimationFrame.bind(window), []];
            window.requestAnimationFrame = callback => waiting.push(callback);
            window.drawAgain = async () => {
                window.requestAnimationFrame = draw;
                waiting.forEach(callback => draw(callback));
                await new Promise(drawn => draw(() => draw(drawn)));
            };
        }
        """;

    private const string Draw = "() => window.drawAgain()";

    [Theory]
    [InlineData("3 of 3", "ArrowRight", "ArrowRight")]
    [InlineData("1 of 3", "ArrowRight", "ArrowLeft")]
    [InlineData("1 of 3", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft")]
    [InlineData("3 of 3", "Enter", "Enter")]
    [InlineData("2 of 3", "Enter", "ArrowRight", "Shift+Tab", "Enter")]
    public async Task Keys_pressed_before_the_step_is_drawn_all_count(string shown, params string[] keys)
    {
        await using var window = await StartedAsync();
        await window.Page.EvaluateAsync(Hold);

        await PressAsync(window, keys);

        await SeeAsync(window, shown);
        await window.Page.EvaluateAsync(Draw);
        await SeeAsync(window, shown);
        await Assertions.Expect(
            window.Page.GetByRole(AriaRole.Button, new() { Name = "Skip the tour" })).Not.ToBeFocusedAsync();
        await Assertions.Expect(window.Page.Locator("main [aria-haspopup], main [aria-expanded], main [aria-controls]"))
            .ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("ArrowRight", "Escape")]
    [InlineData("ArrowRight", "ArrowRight", "ArrowRight")]
    [InlineData("Enter", "Enter", "Enter")]
    public async Task A_tour_that_ends_before_it_is_drawn_leads_back_to_the_page(params string[] keys)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.Page.EvaluateAsync(Hold);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show me how" }).PressAsync("Enter");
        await SeeAsync(window, "1 of 3");

        await PressAsync(window, keys);

        await window.Page.EvaluateAsync(Draw);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("main")).ToBeFocusedAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_key_that_is_held_down_takes_one_step()
    {
        await using var window = await StartedAsync();
        await window.Page.EvaluateAsync(Hold);

        await window.Page.Keyboard.DownAsync("ArrowRight");
        await window.Page.Keyboard.DownAsync("ArrowRight");
        await window.Page.Keyboard.UpAsync("ArrowRight");

        await SeeAsync(window, "2 of 3");
        await window.Page.EvaluateAsync(Draw);
        await SeeAsync(window, "2 of 3");
    }

    [Fact]
    public async Task A_tour_goes_on_with_the_next_page_however_fast_it_is_walked()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/renew"));
        await window.PressAsync("Show me how");
        await SeeAsync(window, "1 of 5");
        await window.Page.EvaluateAsync(Hold);

        await PressAsync(window, "Enter", "Enter");

        await window.Page.EvaluateAsync(Draw);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" })).ToBeFocusedAsync();
        await window.Page.AddInitScriptAsync($"({Hold})()");
        await window.Page.Keyboard.PressAsync("Enter");
        await SeeAsync(window, "3 of 5");
        await PressAsync(window, "Enter", "Enter");
        await SeeAsync(window, "4 of 5");
        Assert.Empty(window.Faults);
    }

    private async Task<Window> StartedAsync()
    {
        var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.PressAsync("Show me how");
        await SeeAsync(window, "1 of 3");
        return window;
    }

    private static async Task PressAsync(Window window, params string[] keys)
    {
        foreach (var key in keys)
        {
            await window.Page.Keyboard.PressAsync(key);
        }
    }

    private static Task SeeAsync(Window window, string progress) =>
        Assertions.Expect(window.Page.Locator(".driver-popover-progress-text")).ToHaveTextAsync(progress);
}
