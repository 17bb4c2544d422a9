using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.SystemTests.Pages;

/// <summary>Signing in with Google, for which oidc-provider stands in.</summary>
[Collection(PagesCollection.Name)]
public sealed class GooglePageTests(Chromium chromium, PortalWithGoogle system)
{
    private const string WithGoogle = "Sign in with Google";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_time_a_code_is_mailed_to_the_address_on_file_and_the_second_time_none()
    {
        var client = system.OfGmail;
        await system.Google.KnowAsync("gmail", client.Email, Stop);
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Clients, client.Email);
        await window.HeadsAsync("Continue with Google");
        await LeaveAsync(window, "gmail");
        await window.HeadsAsync("Enter your code");
        await window.EnterCodeAsync(system.Portal.Mail, client.Email);
        await window.IsHomeOfAsync(client, system.Portal);

        await using var later = await chromium.OpenAsync(system.Address);
        await later.Page.GotoAsync(SigningIn.Clients);
        await LeaveAsync(later, "gmail");

        await later.IsHomeOfAsync(client, system.Portal);
        Assert.DoesNotContain(
            system.Portal.Mail.Received(), mail => mail.Recipient == client.Email && mail.Code is not null);
        Assert.Empty(system.Google.Apart(window.Faults.Concat(later.Faults)));
    }

    [Fact]
    public async Task An_address_without_access_is_told_whom_to_ask()
    {
        await system.Google.KnowAsync("stranger", "stranger@gmail.com", Stop);
        await using var window = await chromium.OpenAsync(system.Address);
        await window.Page.GotoAsync(SigningIn.Clients);
        await LeaveAsync(window, "stranger");

        await window.ArriveAsync(@"/sign-in/harborlight\?problem=google-address-not-found$");
        await window.Page.GetByRole(AriaRole.Alert)
            .SaysAsync("is not one that Harborlight Insurance Agency has on file. Please contact your agent directly");
        Assert.DoesNotContain(
            await window.Context.CookiesAsync(), cookie => cookie.Name == PortalBrowser.SessionCookie);
        Assert.Empty(system.Google.Apart(window.Faults));
    }

    [Fact]
    public async Task A_choice_that_is_made_after_the_session_was_ended_elsewhere_waits_for_the_next_one()
    {
        var client = system.OfGoogle;
        await system.Google.KnowAsync("lindqvist", client.Email, Stop);
        await using var window = await chromium.OpenAsync(system.Address);
        await window.Page.GotoAsync(SigningIn.Clients);
        await LeaveAsync(window, "lindqvist");
        await window.EnterCodeAsync(system.Portal.Mail, client.Email);
        await window.IsHomeOfAsync(client, system.Portal);
        await window.FollowAsync("Access");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw consent" }).WaitForAsync();

        await EndElsewhereAsync(client, window);
        await window.PressAsync("Withdraw consent");
        await window.HeadsAsync("You have been signed out");
        await window.ScreenshotAsync("system-signed-out");
        var tab = await window.BesideAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = WithGoogle }).ClickAsync();
        await tab.ArriveAsync("/signed-in$");
        await window.PressAsync("Send what I typed");

        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Your agency may not step in" }).WaitForAsync();
        await window.ArriveAsync($"/a/{client.Id}/access$");
        Assert.Empty(system.Google.Apart(window.Faults.Concat(tab.Faults)));
    }

    // On the page of one's sessions, in another browser, until the first is refused.
    private async Task EndElsewhereAsync(DemoClient client, Window window)
    {
        var carried = (await window.Context.CookiesAsync())
            .Single(cookie => cookie.Name == PortalBrowser.SessionCookie).Value;
        await using var other = await chromium.OpenAsync(system.Address);
        await other.Page.GotoAsync(SigningIn.Clients);
        await LeaveAsync(other, "lindqvist");
        await other.IsHomeOfAsync(client, system.Portal);
        await other.Page.Locator(".profile summary").ClickAsync();
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Where you are signed in" }).ClickAsync();
        await other.ScreenshotAsync("system-sessions");
        await other.PressAsync("Sign out Chrome on Linux");
        await other.Page.GetByText("You are signed out there.").WaitForAsync();
        Assert.Empty(system.Google.Apart(other.Faults));

        using var thief = system.Portal.Stranger();
        await Within.ASecondAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session")
            {
                Headers = { { "Cookie", $"{PortalBrowser.SessionCookie}={carried}" } },
            };
            using var response = await thief.SendAsync(request, Stop);
            return response.StatusCode == HttpStatusCode.OK ? null : new PortalAnswer(response.StatusCode, "");
        });
    }

    private async Task LeaveAsync(Window window, string subject)
    {
        await window.Page.GetByRole(AriaRole.Link, new() { Name = WithGoogle }).ClickAsync();
        await system.Google.SignInAsync(window.Page, subject);
        await window.ArriveAsync("^" + Regex.Escape(system.Address));
    }
}
