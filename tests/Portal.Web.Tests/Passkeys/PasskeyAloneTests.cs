using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Passkeys;

/// <summary>Signing in with a passkey from the first page on, with the browser's own authenticator.</summary>
public sealed partial class PasskeyAloneTests(Chromium chromium, Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Sam = "sam@harborlight.example";
    private const string Staff = "/sign-in/harborlight/staff";

    // A passkey belongs to a name; an address in numbers has none.
    private string Named => site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task From_the_first_page_a_passkey_alone_leads_to_what_was_asked_for()
    {
        await using var window = await WithPasskeyAsync();
        await window.Page.GotoAsync(Staff + "?returnTo=/accounts");
        await window.CheckAsync("sign-in-passkey");

        await window.PressAsync("Use a passkey");

        await window.ArriveAsync("/accounts$");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task When_the_codes_are_spent_the_page_says_until_when_and_the_passkey_still_signs_in()
    {
        await using var window = await WithPasskeyAsync();
        var until = DateTimeOffset.UtcNow.AddMinutes(54);
        site.Identity.SpentUntil = until;
        await StartAsync(window);

        var alert = window.Page.GetByRole(AriaRole.Alert).First;
        await alert.SaysAsync("Too many codes were sent, perhaps because somebody else");
        await alert.SaysAsync("A passkey needs no code");
        Assert.Matches(ClockTime(), await alert.InnerTextAsync());
        await window.CheckAsync("sign-in-codes-spent");
        await window.PressAsync("Use a passkey");
        await window.ArriveAsync("/clients$");
    }

    [Fact]
    public async Task While_the_code_is_waited_for_the_passkey_may_be_used_and_the_code_too()
    {
        await using var window = await WithPasskeyAsync();
        await StartAsync(window);
        await window.CheckAsync("code-passkey");
        await window.Page.EvaluateAsync(
            """
            () => {
                const form = document.querySelector("form[data-passkey]");
                form.elements.credential.value = "{\"id\":\"x\"}";
                form.submit();
            }
            """);
        await window.Page.GetByRole(AriaRole.Alert).First.SaysAsync("go on with your email address");
        await window.HeadsAsync("Enter your code");

        await window.PressAsync("Use a passkey instead");

        await window.ArriveAsync("/clients$");
    }

    [Fact]
    public async Task A_device_without_a_passkey_is_told_so_and_the_address_remains()
    {
        await using var window = await chromium.OpenAsync(Named);
        await VirtualAuthenticator.InAsync(window);
        await window.Page.GotoAsync(Staff);

        await window.PressAsync("Use a passkey");

        await Assertions.Expect(window.Page.Locator("[data-passkey-said]"))
            .ToHaveTextAsync("Nothing was confirmed. Try again when you are ready.");
        await StartAsync(window);
        await window.HeadsAsync("Enter your code");
    }

    [Fact]
    public async Task An_answer_that_proves_nothing_leads_back_to_the_first_page_with_what_was_wrong()
    {
        await using var window = await WithPasskeyAsync();
        await window.Page.GotoAsync(Staff);
        await window.Page.EvaluateAsync("() => document.querySelector('form[data-passkey]').submit()");

        await window.Page.GetByRole(AriaRole.Alert).First.SaysAsync("The passkey was not used");
        await window.PressAsync("Use a passkey");
        await window.ArriveAsync("/clients$");
    }

    [Fact]
    public async Task Without_scripts_no_passkey_is_offered_and_clients_are_never_offered_one()
    {
        await using var plain = await chromium.OpenAsync(Named, scripts: false);
        await plain.Page.GotoAsync(Staff);
        Assert.False(await plain.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).IsVisibleAsync());

        await using var window = await chromium.OpenAsync(Named);
        await window.Page.GotoAsync("/sign-in/harborlight");
        await Assertions.Expect(window.Page.Locator("form[data-passkey]")).ToHaveCountAsync(0);
    }

    public ValueTask InitializeAsync()
    {
        site.Identity.People[Sam].Passkeys.Clear();
        site.Identity.Clients.IsFresh = true;
        site.Identity.SpentUntil = null;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Window> WithPasskeyAsync()
    {
        var window = await chromium.OpenAsync(Named);
        await VirtualAuthenticator.InAsync(window);
        await window.CarryAsync(site.SignIn(Sam));
        await window.Page.GotoAsync("/passkeys");
        await window.TypeAsync("Name", "Office laptop");
        await window.PressAsync("Continue");
        await window.PressAsync("Make the passkey");
        await window.Page.GetByText("Office laptop was added.").WaitForAsync();
        await window.Context.ClearCookiesAsync();
        return window;
    }

    private static async Task StartAsync(Window window)
    {
        await window.Page.GotoAsync(Staff);
        await window.TypeAsync("Email address", Sam);
        await window.PressAsync("Sign in");
    }

    [GeneratedRegex("The next one can be sent at [0-9]{1,2}:[0-9]{2} [AP]M\\.")]
    private static partial Regex ClockTime();
}
