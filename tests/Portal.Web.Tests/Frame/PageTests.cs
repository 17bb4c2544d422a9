using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>What every page keeps, in light and dark, on a phone and on a desk; each is photographed to be looked at.</summary>
public sealed class PageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly (string Name, string Path, string? As)[] Pages =
    [
        ("start", "/sign-in/harborlight", null),
        ("start-plain", "/sign-in/plain", null),
        ("start-staff", "/sign-in/harborlight/staff", null),
        ("find-agency", "/sign-in", null),
        ("unknown-agency", "/sign-in/nowhere", null),
        ("signed-in", "/signed-in", null),
        ("not-found", "/nothing/here", null),
        ("styleguide", "/styleguide", "sam@harborlight.example"),
        ("reading", "/styleguide/reading", "two@acme.example"),
        ("accounts", "/accounts", "two@acme.example"),
    ];

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var (name, _, _) in Pages)
        {
            foreach (var width in (int[])[390, 1440])
            {
                views.Add(name, width, ColorScheme.Light);
                views.Add(name, width, ColorScheme.Dark);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_accessible_quiet_and_fits(string name, int width, ColorScheme scheme)
    {
        var (_, path, visitor) = Pages.Single(page => page.Name == name);
        await using var window = await chromium.OpenAsync(site, width: width, scheme: scheme);
        if (visitor is not null)
        {
            await window.CarryAsync(site.SignIn(visitor));
        }

        await window.Page.GotoAsync(path);

        await window.CheckAsync($"{name}-{width}-{scheme}");
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Every_step_of_the_sign_in_is_accessible_quiet_and_fits(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsync(site, width: width, scheme: scheme);
        var view = $"-{width}-{scheme}";

        await StartAsync(window, "/sign-in/harborlight", "nobody@acme.example");
        await window.CheckAsync("unknown-address" + view);
        await StartAsync(window, "/sign-in/harborlight", "ada@acme.example");
        await window.CheckAsync("destination" + view);
        await window.PressAsync("Send the code");
        await window.CheckAsync("code" + view);
        await window.TypeAsync("Identification code", "1");
        await window.PressAsync("Log in");
        await window.CheckAsync("code-wrong" + view);
        await StartAsync(window, "/sign-in/harborlight", "google@gmail.example");
        await window.CheckAsync("google" + view);
        await StartAsync(window, "/sign-in/harborlight", "two@acme.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.CheckAsync("choose-account" + view);
        await StartAsync(window, "/sign-in/harborlight/staff", "sam@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.CheckAsync("second-factor" + view);
        await StartAsync(window, "/sign-in/harborlight/staff", "new@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.CheckAsync("enrollment" + view);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_page_of_another_own_account_is_accessible_quiet_and_fits(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsync(site, width: width, scheme: scheme);
        var reference = site.SignIn("two@acme.example");
        await window.CarryAsync(reference);
        await window.Page.GotoAsync("/accounts");
        var other = await window.Page.Locator("button[name=accountId]").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");

        await window.Page.GotoAsync($"/a/{other.First(id => id != site.Identity.Sessions[reference].Account.ToString())}");

        Assert.Equal("This page belongs to another of your accounts", await window.HeadingAsync());
        await window.CheckAsync($"other-account-{width}-{scheme}");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_agencys_contact_stands_below_every_step(int width)
    {
        await using var window = await chromium.OpenAsync(site, width: width);
        await window.Page.GotoAsync("/sign-in/harborlight");
        Assert.Equal(1, await window.Page.Locator("main + aside.sign-in-contact").CountAsync());

        await StartAsync(window, "/sign-in/harborlight", "ada@acme.example");

        Assert.Equal(1, await window.Page.Locator("main + aside.sign-in-contact").CountAsync());
    }

    [Fact]
    public async Task A_closed_client_center_says_so_and_still_lets_staff_in()
    {
        await using var closed = new Site();
        await closed.InitializeAsync();
        closed.Identity.ClientCenter = false;
        await using var window = await chromium.OpenAsync(closed, width: 390);
        await window.Page.GotoAsync("/sign-in/harborlight");

        Assert.Equal(0, await window.Page.GetByLabel("Email address").CountAsync());
        await window.CheckAsync("client-center-off-390-Light");
        await window.Page.GotoAsync("/sign-in/harborlight/staff");
        Assert.Equal(1, await window.Page.GetByLabel("Email address").CountAsync());
    }

    private static async Task StartAsync(Window window, string path, string email)
    {
        await window.Page.GotoAsync(path);
        await window.TypeAsync("Email address", email);
        await window.PressAsync("Sign in");
    }
}
