using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Contacts that would open a client's account to somebody who is not to be let in.</summary>
public sealed class RefusedContactTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_address_of_the_agency_s_own_people_is_refused_at_its_field()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/contacts/new"));
        await window.TypeAsync("Name", "Sam");
        await window.TypeAsync("Email address", "sam@harborlight.example");
        await window.PressAsync("Save");

        await window.SaysAsync("#field-email-error", "own people");
        await Assertions.Expect(window.Page.GetByLabel("Name")).ToHaveValueAsync("Sam");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_consent_is_withdrawn_the_form_says_what_is_possible_and_leads_to_asking(bool scripts)
    {
        var client = site.Services.Clients.All[scripts ? 30 : 31];
        client.Consents = false;
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts);
        await window.Page.GotoAsync($"/clients/{client.Id}/contacts/new");
        await window.TypeAsync("Name", "Nour");
        await window.TypeAsync("Email address", "nour@builder.example");
        await window.PressAsync("Save");
        await window.SaysAsync(".banner", "opens the account to nobody new");
        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveValueAsync("nour@builder.example");
        await window.ScreenshotAsync($"contact-consent-{scripts}");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ask the client for consent" }).ClickAsync();

        Assert.EndsWith($"/clients/{client.Id}/access", window.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the client" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_toggle_is_refused_on_the_page_that_it_stands_on()
    {
        var client = site.Services.Clients.All[32];
        client.Consents = false;
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync($"/clients/{client.Id}/contacts");

        await window.Page.GetByRole(AriaRole.Switch).ClickAsync();

        await window.SaysAsync(".banner", "does not let the agency in");
        Assert.Equal("false", await window.Page.GetByRole(AriaRole.Switch).GetAttributeAsync("aria-checked"));
        await window.CheckAsync("contacts-consent");
    }
}
