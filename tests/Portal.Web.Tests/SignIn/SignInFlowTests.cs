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

        await window.HeadsAsync("Where should we send your code?");
        await window.Page.GetByLabel("Text message to").CheckAsync();
        await window.PressAsync("Send the code");
        await window.SaysAsync("main", "We sent it to (•••) •••-4417");
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
        await error.SaysAsync("4 tries are left");
        await Assertions.Expect(window.Page.GetByLabel("Identification code"))
            .ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_code_field_takes_codes_that_phones_fill_in()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "one@acme.example");

        var field = window.Page.GetByLabel("Identification code");
        await Assertions.Expect(field).ToHaveAttributeAsync("type", "text");
        await Assertions.Expect(field).ToHaveAttributeAsync("inputmode", "numeric");
        await Assertions.Expect(field).ToHaveAttributeAsync("autocomplete", "one-time-code");
        await Assertions.Expect(window.Page.Locator("main input[type=text]")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_code_that_is_asked_for_too_soon_says_how_long_to_wait(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "one@acme.example");
        await window.SaysAsync("main", "You can request a new code in");

        await window.PressAsync("Request a new code");

        await window.Page.GetByRole(AriaRole.Alert).SaysAsync("Wait 45 seconds");
    }

    [Fact]
    public async Task An_unknown_address_is_told_whom_to_ask()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "nobody@acme.example");

        await window.SaysAsync(".error", "This email address is not found. Please contact your agent directly.");
        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveValueAsync("nobody@acme.example");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "(617) 555-0134" }))
            .ToBeVisibleAsync();
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
        var shown = (await window.Page.Locator("svg.qr path").GetAttributeAsync("d"))!;

        await window.TypeAsync("The 6 digits that the app shows now", "000 000");
        await window.PressAsync("Finish");
        await window.SaysAsync(".error", "wait for the next one");
        await Assertions.Expect(window.Page.Locator("svg.qr path")).ToHaveAttributeAsync("d", shown);
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
        await window.HeadsAsync("Switch account");
    }

    [Theory]
    [InlineData("google-address-not-found", "is not one that Harborlight Insurance Agency has on file. Please "
        + "contact your agent directly")]
    [InlineData("google-failed", "Signing in with Google did not work")]
    [InlineData("google-cancelled", "You did not let Google tell us who you are")]
    public async Task Whoever_comes_back_from_Google_without_success_is_told_why(string problem, string told)
    {
        await using var window = await chromium.OpenAsync(site);

        await window.Page.GotoAsync($"{Clients}?problem={problem}");

        await window.Page.GetByRole(AriaRole.Alert).SaysAsync(told);
        await window.Page.GotoAsync($"/sign-in?problem={problem}");
        await window.Page.GetByRole(AriaRole.Alert).SaysAsync(told);
        Assert.Empty(await window.AxeAsync());
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("google-failed", "Signing in with Google did not work")]
    [InlineData("google-address-not-found", "is not one that your agency has on file")]
    public async Task Whoever_comes_back_from_Google_to_no_agency_is_told_why(string problem, string told)
    {
        await using var window = await chromium.OpenAsync(site);

        await window.Page.GotoAsync($"/sign-in?problem={problem}");

        await window.HeadsAsync("Which agency do you want to sign in to?");
        await window.Page.GetByRole(AriaRole.Alert).SaysAsync(told);
        await window.CheckAsync($"find-agency-{problem}");
    }

    [Fact]
    public async Task Where_the_way_to_Google_is_closed_nothing_stands_before_the_code()
    {
        await using var window = await chromium.OpenAsync(site);
        await StartAsync(window, Clients, "closed@gmail.example");

        await window.HeadsAsync("Continue with Google");
        await Assertions.Expect(window.Page.Locator(".divider")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Email me a code instead" }))
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_led_to_Google_may_have_a_code_instead(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await StartAsync(window, Clients, "google@gmail.example");
        await window.HeadsAsync("Continue with Google");
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

        await window.HeadsAsync("Sign in to your account");
        await window.SaysAsync("main", "took too long");
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
