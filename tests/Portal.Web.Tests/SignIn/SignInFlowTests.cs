using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>Signing in as a person does it, with scripts and without.</summary>
public sealed class SignInFlowTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Clients = "/sign-in/harborlight";
    private const string Staff = "/sign-in/harborlight/staff";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_chooses_the_mobile_and_signs_in_by_code(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "ada@acme.example");

        Assert.Equal("Where should we send your code?", await window.HeadingAsync());
        await window.Page.GetByLabel("Text message to").CheckAsync();
        await window.PressAsync("Send the code");
        Assert.Contains("We sent it to (•••) •••-4417", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await window.TypeAsync("Identification code", "4821-0937 ");
        await window.PressAsync("Log in");

        await window.ArriveAsync("/a/[0-9a-f-]+$");
        Assert.Contains(await window.Context.CookiesAsync(), cookie => cookie.Name == FakeIdentity.SessionCookie);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_code_says_how_many_tries_are_left_and_keeps_the_page(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "one@acme.example");

        await window.TypeAsync("Identification code", "11111111");
        await window.PressAsync("Log in");

        var error = window.Page.Locator(".error");
        Assert.Contains("4 tries are left", await error.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await window.Page.GetByLabel("Identification code").GetAttributeAsync("aria-invalid"));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_code_field_takes_codes_that_phones_fill_in()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "one@acme.example");

        var field = window.Page.GetByLabel("Identification code");
        Assert.Equal("text", await field.GetAttributeAsync("type"));
        Assert.Equal("numeric", await field.GetAttributeAsync("inputmode"));
        Assert.Equal("one-time-code", await field.GetAttributeAsync("autocomplete"));
        Assert.Equal(1, await window.Page.Locator("main input[type=text]").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_code_that_is_asked_for_too_soon_says_how_long_to_wait(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "one@acme.example");
        Assert.Contains("You can request a new code in", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await window.PressAsync("Request a new code");

        Assert.Contains("Wait 45 seconds", await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_told_whom_to_ask()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "nobody@acme.example");

        Assert.Contains(
            "This email address is not found. Please contact your agent directly.", await window.Page.InnerTextAsync(".error"), StringComparison.Ordinal);
        Assert.Equal("nobody@acme.example", await window.Page.GetByLabel("Email address").InputValueAsync());
        Assert.True(await window.Page.GetByRole(AriaRole.Link, new() { Name = "(617) 555-0134" }).IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_of_several_accounts_chooses_one(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "two@acme.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "شركة النور" }).ClickAsync();

        await window.ArriveAsync("/a/[0-9a-f-]+$");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staff_prove_their_second_factor_and_come_to_their_clients(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Staff, "sam@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Log in");

        await window.ArriveAsync("/clients$");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_authenticator_that_is_set_up_with_a_wrong_code_first_is_scanned_once(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Staff, "new@harborlight.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        var shown = await window.Page.Locator("svg.qr path").GetAttributeAsync("d");

        await window.TypeAsync("The 6 digits that the app shows now", "000 000");
        await window.PressAsync("Finish");
        Assert.Contains("wait for the next one", await window.Page.InnerTextAsync(".error"), StringComparison.Ordinal);
        Assert.Equal(shown, await window.Page.Locator("svg.qr path").GetAttributeAsync("d"));
        await window.TypeAsync("The 6 digits that the app shows now", FakeIdentity.RightTotp);
        await window.PressAsync("Finish");

        await window.ArriveAsync("/clients$");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients + "?returnTo=/accounts", "one@acme.example");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");

        await window.ArriveAsync("/accounts$");
        Assert.Equal("Switch account", await window.HeadingAsync());
    }

    [Theory]
    [InlineData("google-unknown", "is not one that Harborlight Insurance Agency has on file. Please contact your agent directly")]
    [InlineData("google-failed", "Signing in with Google did not work")]
    [InlineData("google-cancelled", "You did not let Google tell us who you are")]
    public async Task Whoever_comes_back_from_Google_without_success_is_told_why(string problem, string told)
    {
        await using var window = await chromium.OpenAsync(site);

        await window.Page.GotoAsync($"{Clients}?problem={problem}");

        Assert.Contains(told, await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.GotoAsync($"/sign-in?problem={problem}");
        Assert.Contains(told, await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await window.AxeAsync());
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("google-failed", "Signing in with Google did not work")]
    [InlineData("google-unknown", "is not one that your agency has on file")]
    public async Task Whoever_comes_back_from_Google_to_no_agency_is_told_why(string problem, string told)
    {
        await using var window = await chromium.OpenAsync(site);

        await window.Page.GotoAsync($"/sign-in?problem={problem}");

        Assert.Equal("Which agency do you want to sign in to?", await window.HeadingAsync());
        Assert.Contains(told, await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await window.CheckAsync($"find-agency-{problem}");
    }

    [Fact]
    public async Task Where_the_way_to_Google_is_closed_nothing_stands_before_the_code()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "closed@gmail.example");

        Assert.Equal("Continue with Google", await window.HeadingAsync());
        Assert.Equal(0, await window.Page.Locator(".divider").CountAsync());
        Assert.True(await window.Page.GetByRole(AriaRole.Button, new() { Name = "Email me a code instead" }).IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_led_to_Google_may_have_a_code_instead(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "google@gmail.example");
        Assert.Equal("Continue with Google", await window.HeadingAsync());
        await window.ScreenshotAsync($"sign-in-google-{scripts}");

        await window.PressAsync("Email me a code instead");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");

        await window.ArriveAsync("/a/[0-9a-f-]+$");
    }

    [Fact]
    public async Task A_step_without_a_sign_in_begins_anew()
    {
        await using var window = await chromium.OpenAsync(site);

        await window.Page.GotoAsync(Clients + "/step");

        Assert.Equal("Sign in to your account", await window.HeadingAsync());
        Assert.Contains("took too long", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_sign_in_works_by_keyboard_alone()
    {
        await using var window = await chromium.OpenAsync(site);
        await window.Page.GotoAsync(Clients);
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("one@acme.example");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("/step$");
        await window.Page.Keyboard.TypeAsync(FakeIdentity.RightCode);
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ArriveAsync("/a/[0-9a-f-]+$");
    }

    private static async Task StartAsync(Window window, string path, string email)
    {
        await window.Page.GotoAsync(path);
        await window.TypeAsync("Email address", email);
        await window.PressAsync("Sign in");
    }
}
