using System.Net;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Insured;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Themes;

/// <summary>An agency's accent on its pages.</summary>
public sealed class AccentPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Admin = "ida@harborlight.example";

    [Theory]
    [InlineData("#ffff00")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    public async Task Pages_in_a_hostile_color_are_accessible(string accent)
    {
        site.Identity.Agency.Accent = accent;
        await using var window = await chromium.OpenAsync(site);
        await window.Page.GotoAsync("/sign-in/harborlight");
        var button = window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });
        await CheckSchemesAsync(
            window, $"accent-sign-in-{accent[1..]}", async () => Assert.Equal(accent, await ColorOfAsync(button)));

        await window.CarryAsync(site.SignIn(Admin));
        foreach (
            var (name, path) in new[]
            {
                ("clients", "/clients"),
                ("settings", "/settings"),
                ("step-in", site.PathOf(FakeClients.Heavy, "/step-in")),
                ("styleguide", "/styleguide"),
            })
        {
            await window.Page.GotoAsync(path);
            await CheckSchemesAsync(window, $"accent-{name}-{accent[1..]}", () => Task.CompletedTask);
        }
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#0f5c6")]
    [InlineData("")]
    public async Task A_color_that_can_not_be_read_is_refused_at_its_field_and_not_said_to_be_shown(string accent)
    {
        using var response = await site.PostAsAsync(
            Admin, "/settings", ("etag", "\"1\""), ("idleMinutes", "20"), (
                "absoluteHours", "8"), ("accent", accent), ("preview", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("id=\"field-accent-error\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("This page shows the color", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_color_is_tried_before_it_is_saved_and_then_on_every_page(bool scripts)
    {
        site.Identity.Agency.Accent = null;
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings");
        var save = window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" });
        Assert.Equal("#0f5c6e", await ColorOfAsync(save));
        await window.TypeAsync("Accent color", "#ffcc00");
        await window.TypeAsync("Name (optional)", "Front desk");
        await window.PressAsync("Preview the color");

        await window.Page.GetByText("Nothing is saved yet.").WaitForAsync();
        Assert.Equal("#ffcc00", await ColorOfAsync(save));
        await Assertions.Expect(window.Page.GetByLabel("Name (optional)")).ToHaveValueAsync("Front desk");
        Assert.Null(site.Identity.Agency.Accent);
        await window.ScreenshotAsync("settings-accent-preview");
        await window.Page.GotoAsync("/clients");
        await Assertions.Expect(window.Page.Locator("link[href*=accent]")).ToHaveCountAsync(0);

        await window.Page.GotoAsync("/settings");
        await window.TypeAsync("Accent color", "#ffcc00");
        await window.PressAsync("Save");
        await window.Page.GetByText("The settings were saved.").WaitForAsync();
        Assert.Equal("#ffcc00", site.Identity.Agency.Set!.Accent);
        Assert.Equal("#ffcc00", await ColorOfAsync(save));

        await window.TypeAsync("Accent color", "#0f5c6e");
        await window.PressAsync("Save");
        await Assertions.Expect(window.Page.Locator("link[href*=accent]")).ToHaveCountAsync(0);
        Assert.Null(site.Identity.Agency.Set.Accent);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_sheet_is_kept_for_a_year_and_what_is_no_sheet_is_not_found()
    {
        site.Identity.Agency.Accent = "#ffcc00";
        var page = await site.Client.GetStringAsync(
            new Uri("/sign-in/harborlight", UriKind.Relative), TestContext.Current.CancellationToken);
        var address = page.Split("rel=\"stylesheet\" href=\"")[2].Split('"')[0];

        using var sheet = await site.Client.GetAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var other = await site.Client.GetAsync(
            new Uri(address.Replace("ffcc00", "ffcc01", StringComparison.Ordinal), UriKind.Relative),
            TestContext.Current.CancellationToken);

        Assert.Equal("public, max-age=31536000, immutable", sheet.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "--accent:#ffcc00",
            await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static async Task CheckSchemesAsync(Window window, string name, Func<Task> check)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await window.ViewAsync(1440, scheme);
            await check();
            await window.CheckAsync($"{name}-{scheme}");
        }
    }

    private static Task<string> ColorOfAsync(ILocator control) => control.EvaluateAsync<string>(
        """
        control => "#" + getComputedStyle(control).backgroundColor.match(/\d+/g).slice(0, 3)
            .map(part => Number(part).toString(16).padStart(2, "0")).join("")
        """);
}
