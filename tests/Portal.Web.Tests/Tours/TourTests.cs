using System.Collections.Concurrent;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Tours;

/// <summary>Guided tours: offered once, walked by keyboard, told to a screen reader, gone without scripts.</summary>
public sealed class TourTests(Chromium chromium, Site site)
{
    private const int ListBudget = 150_000;

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Each_step_is_accessible_quiet_and_fits(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, width: width, scheme: scheme);
        await window.Page.GotoAsync("/clients");
        await window.CheckAsync($"tour-offer-{width}-{scheme}");
        await window.PressAsync("Show me how");
        foreach (var step in (int[])[1, 2, 3])
        {
            await SeeAsync(window, $"{step} of 3");
            await PhotographAsync(window, $"tour-step-in-{step}-{width}-{scheme}");
            await window.Page.Keyboard.PressAsync("Enter");
        }

        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/step-in"));
        await window.PressAsync("Show me how");
        await SeeAsync(window, "1 of 3");
        await PhotographAsync(window, $"tour-step-in-form-{width}-{scheme}");
    }

    [Fact]
    public async Task A_tour_is_walked_by_keyboard_alone_and_told_to_a_screen_reader()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show me how" }).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await SeeAsync(window, "1 of 3");

        var dialog = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Each client has an account of its own" });
        await Assertions.Expect(dialog)
            .ToHaveAccessibleDescriptionAsync(
                "There the client sees policies and certificates. You can go in as the client, while your own pages "
                + "stay open.");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Next" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await SeeAsync(window, "2 of 3");
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await SeeAsync(window, "1 of 3");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await SeeAsync(window, "2 of 3");
        foreach (var name in (string[])["Skip the tour", "Back", "Next"])
        {
            await window.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = name })).ToBeFocusedAsync();
        }

        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("main")).ToBeFocusedAsync();
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("No, thanks")]
    [InlineData("Show me how")]
    public async Task What_was_taken_or_declined_is_not_offered_again_but_can_be_started(string answer)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.PressAsync(answer);
        await Assertions.Expect(window.Page.Locator(".tour-offer")).ToHaveCountAsync(0);

        await window.ReloadAsync();

        await Assertions.Expect(window.Page.Locator(".tour-offer")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await window.Page.Locator(".profile summary").PressAsync("Enter");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "How to step into a client's account" })
            .PressAsync("Enter");
        await SeeAsync(window, "1 of 3");
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Page.Locator(".profile summary")).ToBeFocusedAsync();

        await window.CarryAsync(site.SignIn("ida@harborlight.example"));
        await window.ReloadAsync();
        await Assertions.Expect(window.Page.Locator(".tour-offer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Renewing_is_shown_over_its_pages()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/renew"));
        await window.PressAsync("Show me how");
        await SeeAsync(window, "1 of 5");
        await PhotographAsync(window, "tour-renew-1");
        await window.Page.Keyboard.PressAsync("Enter");
        await SeeAsync(window, "2 of 5");
        await PhotographAsync(window, "tour-renew-2");
        await window.PressAsync("Go on");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await SeeAsync(window, "3 of 5");
        await PhotographAsync(window, "tour-renew-3");
        await window.PressAsync("Go on");
        await window.PressAsync("Continue");
        await SeeAsync(window, "4 of 5");
        await PhotographAsync(window, "tour-renew-4");
        await window.PressAsync("Next");
        await SeeAsync(window, "5 of 5");
        await PhotographAsync(window, "tour-renew-5");
        await window.PressAsync("Done");

        await window.ReloadAsync("Check before it goes out");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task What_a_tour_points_at_can_not_be_pressed_by_mistake_while_it_runs()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/step-in"));
        await window.PressAsync("Show me how");
        await window.PressAsync("Next");
        await window.PressAsync("Next");
        await SeeAsync(window, "3 of 3");

        await window.Page.EvaluateAsync(
            "() => document.addEventListener('submit', event => { event.preventDefault(); document.body.dataset.sent "
            + "= ''; })");
        var button = (await window.Page.Locator("main .btn-primary").BoundingBoxAsync())!;
        await window.Page.Mouse.ClickAsync(button.X + (button.Width / 2), button.Y + (button.Height / 2));

        await SeeAsync(window, "3 of 3");
        await Assertions.Expect(window.Page.Locator("body[data-sent]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_nothing_of_it_shows()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync("/clients");
        await window.Page.Locator(".profile summary").ClickAsync();

        await Assertions.Expect(window.Page.Locator(".tour-offer")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator("[data-tour-again]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_list_of_clients_stays_small_with_its_tour()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        var answers = new ConcurrentQueue<IResponse>();
        window.Page.Response += (_, response) => answers.Enqueue(response);
        await window.Page.GotoAsync("/clients");

        var sizes = await Task.WhenAll(
            answers.Select(async answer => (await answer.Request.SizesAsync()).ResponseBodySize));
        Assert.InRange(sizes.Sum(), 15_000, ListBudget);
        await window.Page.GotoAsync("/sessions");
        await Assertions.Expect(window.Page.Locator("script[src*=driver]")).ToHaveCountAsync(0);
    }

    private static Task SeeAsync(Window window, string progress) =>
        Assertions.Expect(window.Page.Locator(".driver-popover-progress-text")).ToHaveTextAsync(progress);

    // Not the whole page: what a tour shows is fixed to the screen.
    private static async Task PhotographAsync(Window window, string name)
    {
        await window.Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(ScreenshotFolder.Path, name + ".png") });
        Assert.Empty(await window.AxeAsync());
        Assert.False(await window.OverflowsAsync(), $"{name} is wider than its screen.");
        Assert.Empty(window.Faults);
    }
}
