using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Insured;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>What comes out of a printer.</summary>
public sealed class PrintTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task A_list_of_certificates_prints_what_it_says_and_nothing_to_press()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, scheme: ColorScheme.Dark);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/certificates"));
        await AssertPrintedAsync(window, "print-certificates");
    }

    [Fact]
    public async Task A_clients_own_certificates_print_too()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada, scheme: ColorScheme.Dark);
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, "/certificates"));
        await AssertPrintedAsync(window, "print-own-certificates");
    }

    private static async Task AssertPrintedAsync(Window window, string name)
    {
        var rows = await window.Page.Locator("main tbody tr").CountAsync();
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await window.ScreenshotAsync(name);

        Assert.InRange(rows, 1, int.MaxValue);
        await Assertions.Expect(window.Page.Locator("main tbody tr").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".top-bar .brand")).ToBeVisibleAsync();
        foreach (var control in (string[])["button", "nav", ".profile", "input", ".btn"])
        {
            await Assertions.Expect(window.Page.Locator($"{control}:visible")).ToHaveCountAsync(0);
        }

        Assert.Equal(
            "rgb(255, 255, 255)",
            await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(0, 0, 0)", await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
    }
}
