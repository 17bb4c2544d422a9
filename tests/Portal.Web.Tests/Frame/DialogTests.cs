using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>The dialog that pages combine.</summary>
public sealed class DialogTests(Chromium chromium, Site site)
{
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task It_takes_the_focus_is_closed_by_Escape_and_gives_the_focus_back(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, width: width, scheme: scheme);
        await window.Page.GotoAsync("/styleguide");
        var opener = window.Page.GetByRole(AriaRole.Link, new() { Name = "Open dialog" });
        await opener.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        var dialog = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Step into Acme Roofing LLC" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        Assert.True(await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)"));
        await window.Page.ScreenshotAsync(
            new() { Path = Path.Combine(ScreenshotFolder.Path, $"dialog-{width}-{scheme}.png") });
        Assert.Empty(await window.AxeAsync());
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();

        await window.Page.Keyboard.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await opener.ClickAsync();
        await window.Page.Mouse.ClickAsync(5, 5);
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Without_scripts_its_opener_is_a_link_to_a_page()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync("/styleguide");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Open dialog" }).ClickAsync();

        await window.ArriveAsync("/styleguide#dialog$");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
