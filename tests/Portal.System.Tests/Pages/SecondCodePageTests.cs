using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.SystemTests.Pages;

/// <summary>
/// What needs a second code: one is sent to an address in a minute, so that both wait for theirs together.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class SecondCodePageTests(Chromium chromium, PortalWithGoogle system)
{
    private const string Agent = "agent@harborlight.example";

    [Fact]
    public Task A_new_code_takes_the_place_of_the_old_and_staff_come_back_to_what_they_typed() =>
        Task.WhenAll(AskForANewCodeAsync(), ComeBackAsync());

    private async Task AskForANewCodeAsync()
    {
        var client = system.OfMailAlone;
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Clients, client.Email);
        await window.HeadsAsync("Enter your code");
        var old = (
            await system.Portal.Mail.TakeAsync(
                client.Email, mail => mail.Code is not null, TestContext.Current.CancellationToken)).Code!;
        await window.EnterAsync(SigningIn.Other(old));
        await window.SaysAsync(".error", "4 tries are left");
        await window.PressAsync("Request a new code");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync(new Regex("Wait ([0-9]+ seconds?|1 minute), then ask again"));

        await MayAskAgainAsync(window.Page);
        await window.PressAsync("Request a new code");
        var code = (
            await system.Portal.Mail.TakeAsync(
                client.Email, mail => mail.Code is not null, TestContext.Current.CancellationToken)).Code!;
        await window.EnterAsync(old);
        await window.SaysAsync(".error", "3 tries are left");
        await window.EnterAsync(code);

        await window.IsHomeOfAsync(client, system.Portal);
        Assert.Empty(window.Faults);
    }

    private async Task ComeBackAsync()
    {
        var client = system.OfMobile;
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Staff, Agent);
        var waiting = await window.BesideAsync();
        await waiting.Page.GotoAsync($"{SigningIn.Staff}/step");
        await window.EnterCodeAsync(system.Portal.Mail, Agent);
        var app = await EnrollAsync(window);
        await window.ArriveAsync("/clients$");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = client.Name, Exact = true }).WaitForAsync();

        await window.Page.GotoAsync($"/clients/{client.Id}/contacts/new");
        await window.TypeAsync("Name", "Zoë \"Z\" O'Neil <3");
        await window.TypeAsync("Email address", "zoe@obrienfreight0.example");
        await window.Page.GetByLabel("Client Center access").UncheckAsync();
        var second = await window.BesideAsync();
        await second.Page.GotoAsync("/clients");
        await second.Page.Locator(".profile summary").ClickAsync();
        await second.PressAsync("Sign out");
        await second.ArriveAsync($"{SigningIn.Staff}$");
        await window.PressAsync("Save");
        await window.HeadsAsync("You have been signed out");

        await MayAskAgainAsync(waiting.Page);
        var tab = await window.BesideAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync());
        await tab.AskHereAsync(Agent);
        await tab.EnterCodeAsync(system.Portal.Mail, Agent);
        await tab.TypeAsync("Authenticator code", app.PasswordAt(DateTimeOffset.UtcNow));
        await tab.PressAsync("Log in");
        await tab.ArriveAsync("/signed-in$");
        await window.PressAsync("Send what I typed");

        await window.ArriveAsync($"/clients/{client.Id}/contacts$");
        var row = window.Page.GetByRole(AriaRole.Row, new() { Name = "Zoë \"Z\" O'Neil <3" });
        await row.SaysAsync("zoe@obrienfreight0.example");
        Assert.Empty(window.Faults.Concat(waiting.Faults).Concat(second.Faults).Concat(tab.Faults));
    }

    private static async Task<AuthenticatorApp> EnrollAsync(Window window)
    {
        await window.HeadsAsync("Set up your second factor");
        await Assertions.Expect(
            window.Page.GetByRole(
                AriaRole.Img, new() { Name = "Setup code for your authenticator app" })).ToBeVisibleAsync();
        await window.Page.GetByText("I can't scan it").ClickAsync();
        var secret = await window.Page.Locator(".secret").InnerTextAsync();
        var app = new AuthenticatorApp(secret.Replace(" ", "", StringComparison.Ordinal));
        await window.TypeAsync("The 6 digits that the app shows now", app.PasswordAt(DateTimeOffset.UtcNow));
        await window.PressAsync("Finish");
        return app;
    }

    // The page counts down to it and takes the sentence away.
    private static Task MayAskAgainAsync(IPage page) => page.GetByText("You can request a new code in").WaitForAsync(
        new() { State = WaitForSelectorState.Detached, Timeout = BrokerPages.Patience });
}
