using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;

namespace Portal.SystemTests.Pages;

/// <summary>How a client's people get in, with real mail.</summary>
[Collection(PagesCollection.Name)]
public sealed class SignInPageTests(Chromium chromium, PortalWithGoogle system)
{
    [Fact]
    public async Task Whoever_has_a_mobile_chooses_it_and_types_what_the_text_message_brings()
    {
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Clients, system.OfMobile.Email);
        await window.HeadsAsync("Where should we send your code?");
        await window.Page.GetByLabel("Text message to").CheckAsync();
        await window.PressAsync("Send the code");
        await window.SaysAsync("main", "We sent it to •••• 6059");

        await window.EnterCodeAsync(system.Portal.Mail, PortalWithGoogle.MailboxOf("+15556476059"));

        await window.IsHomeOfAsync(system.OfMobile, system.Portal);
        Assert.DoesNotContain(
            system.Portal.Mail.Received(), mail => mail.Recipient == system.OfMobile.Email && mail.Code is not null);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task An_unknown_address_is_told_so()
    {
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Clients, "nobody@nowhere.example");

        await window.SaysAsync(".error", "This email address is not found. Please contact your agent directly.");
        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveValueAsync("nobody@nowhere.example");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "(617) 555-0142" }))
            .ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task An_address_of_two_accounts_chooses_one_and_switches_to_the_other()
    {
        var (first, second) = system.OfOneAddress;
        await using var window = await chromium.OpenAsync(system.Address);
        await window.AskAsync(SigningIn.Clients, first.Email);
        await window.EnterCodeAsync(system.Portal.Mail, first.Email);
        await window.HeadsAsync("Choose an account");
        await Assertions.Expect(window.Page.Locator(".account-list button")).ToHaveCountAsync(2);
        await window.ScreenshotAsync("system-choose-account");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = first.Name }).ClickAsync();
        await window.IsHomeOfAsync(first, system.Portal);

        await window.Page.Locator(".profile summary").ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Switch account" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = second.Name }).ClickAsync();

        await window.IsHomeOfAsync(second, system.Portal);
        var left = await window.Page.GotoAsync($"/a/{first.Id}/policies");
        Assert.Equal(404, left!.Status);
        await window.HeadsAsync("This page belongs to another of your accounts");
        Assert.Empty(window.Faults);
    }
}
