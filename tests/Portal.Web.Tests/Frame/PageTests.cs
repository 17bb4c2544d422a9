using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>
/// What every page keeps, in light and dark, on a phone and on a desk; each is photographed to be looked at.
/// </summary>
public sealed class PageTests(Chromium chromium, Site site)
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

    public static TheoryData<string> Names() => [.. Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_accessible_quiet_and_fits(string name)
    {
        var (_, path, visitor) = Pages.Single(page => page.Name == name);
        await using var window = await chromium.OpenAsync(site);
        if (visitor is not null)
        {
            await window.CarryAsync(site.SignIn(visitor));
        }

        await window.Page.GotoAsync(path);

        await window.CheckViewsAsync(name);
    }

    [Fact]
    public async Task Every_step_of_the_sign_in_is_accessible_quiet_and_fits()
    {
        await using var window = await chromium.OpenAsync(site);

        await StartAsync(window, "/sign-in/harborlight", "nobody@acme.example");
        await window.SaysAsync(".error", "This email address is not found.");
        await window.CheckViewsAsync("unknown-address");
        await StartAsync(window, "/sign-in/harborlight", "ada@acme.example");
        await window.HeadsAsync("Where should we send your code?");
        await window.CheckViewsAsync("destination");
        await window.PressAsync("Send the code");
        await window.HeadsAsync("Enter your code");
        await window.CheckViewsAsync("code");
        await window.TypeAsync("Identification code", "1");
        await window.PressAsync("Log in");
        await window.SaysAsync(".error", "4 tries are left");
        await window.CheckViewsAsync("code-wrong");
        await StartAsync(window, "/sign-in/harborlight", "google@gmail.example");
        await window.HeadsAsync("Continue with Google");
        await window.CheckViewsAsync("google");
        await StartAsync(window, "/sign-in/harborlight", "two@acme.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.HeadsAsync("Choose an account");
        await window.CheckViewsAsync("choose-account");
        await StartAsync(window, "/sign-in/harborlight/staff", "sam@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.HeadsAsync("Enter your authenticator code");
        await window.CheckViewsAsync("second-factor");
        await StartAsync(window, "/sign-in/harborlight/staff", "new@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.HeadsAsync("Set up your second factor");
        await window.CheckViewsAsync("enrollment");
    }

    [Fact]
    public async Task The_page_of_another_own_account_is_accessible_quiet_and_fits()
    {
        await using var window = await chromium.OpenAsync(site);
        var reference = site.SignIn("two@acme.example");
        await window.CarryAsync(reference);
        await window.Page.GotoAsync("/accounts");
        var other = await window.Page.Locator("button[name=accountId]")
            .EvaluateAllAsync<string[]>("all => all.map(one => one.value)");

        await window.Page.GotoAsync(
            $"/a/{other.First(id => id != site.Identity.Sessions[reference].Account.ToString())}");

        await window.HeadsAsync("This page belongs to another of your accounts");
        await window.CheckViewsAsync("other-account");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_agencys_contact_stands_below_every_step(int width)
    {
        await using var window = await chromium.OpenAsync(site, width: width);
        await window.Page.GotoAsync("/sign-in/harborlight");
        await Assertions.Expect(window.Page.Locator("main + aside.sign-in-contact")).ToHaveCountAsync(1);

        await StartAsync(window, "/sign-in/harborlight", "ada@acme.example");

        await Assertions.Expect(window.Page.Locator("main + aside.sign-in-contact")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_closed_client_center_says_so_and_still_lets_staff_in()
    {
        await using var closed = new Site();
        await closed.InitializeAsync();
        closed.Identity.ClientCenter = false;
        await using var window = await chromium.OpenAsync(closed, width: 390);
        await window.Page.GotoAsync("/sign-in/harborlight");

        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveCountAsync(0);
        await window.CheckAsync("client-center-off-390-Light");
        await window.Page.GotoAsync("/sign-in/harborlight/staff");
        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveCountAsync(1);
    }

    private static async Task StartAsync(Window window, string path, string email)
    {
        await window.Page.GotoAsync(path);
        await window.TypeAsync("Email address", email);
        await window.PressAsync("Sign in");
    }
}
