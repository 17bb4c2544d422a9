using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>The list of clients and the parts of one.</summary>
public sealed class ClientsTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Search_filter_order_and_page_stand_in_the_address()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.Page.GetByRole(AriaRole.Searchbox).FillAsync("midtown");
        await window.PressAsync("Show");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Client", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();

        await window.ArriveAsync("[?&]search=midtown(&|$)");
        await window.ArriveAsync("[?&]sort=name(&|$)");
        await window.ArriveAsync("[?&]cursor=50(&|$)");
        await Assertions.Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(10);
        await Assertions.Expect(window.Page.Locator("th[aria-sort]")).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Who_renews_soon_is_filtered_by_the_day()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync("/clients");
        await window.Page.GetByLabel("Next renewal").SelectOptionAsync("30");
        await window.PressAsync("Show");

        await Assertions.Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(4);
        await window.SaysAsync("tbody tr >> nth=0", "In 12 days");
    }

    [Fact]
    public async Task The_three_dots_lead_to_renewal_documents_and_contacts_without_scripts()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync("/clients");
        await window.Page.GetByLabel($"More for {FakeClients.Heavy}").ClickAsync();
        var menu = window.Page.Locator("details[open] a");

        Assert.Equal(["Renew", "Documents", "Contacts", "Step in to make changes…"], await menu.AllInnerTextsAsync());
        await menu.GetByText("Contacts").ClickAsync();
        await window.HeadsAsync(FakeClients.Heavy);
    }

    [Fact]
    public async Task Two_thousand_holders_are_searched_and_paged()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/holders"));
        await Assertions.Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(50);

        await window.Page.GetByRole(AriaRole.Searchbox).FillAsync("holder 1999");
        await window.PressAsync("Show");

        await Assertions.Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await window.SaysAsync("tbody", "Holder 1999 Properties Trust");
    }

    [Fact]
    public async Task A_certificates_pdf_is_shown_in_the_page_and_in_no_other_hosts()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/certificates"));
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Holder 0001 Properties Trust" }).ClickAsync();
        var source = (await window.Page.Locator("iframe").GetAttributeAsync("src"))!.Split('#')[0];

        var pdf = await window.Page.APIRequest.GetAsync(site.Address + source, new() { Headers = Cookie() });

        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.Contains("frame-ancestors 'self'", pdf.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", pdf.Headers["x-frame-options"]);
        Assert.StartsWith(
            "inline; filename=AC-1000-0003-r1.pdf", pdf.Headers["content-disposition"], StringComparison.Ordinal);
        var kept = await window.Page.APIRequest.GetAsync(
            $"{site.Address}{source}?download=true", new() { Headers = Cookie() });
        Assert.StartsWith("attachment;", kept.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_client_center_toggle_lets_a_contact_in_and_out(bool scripts)
    {
        var client = site.Services.Clients.All[scripts ? 10 : 11];
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts);
        await window.Page.GotoAsync($"/clients/{client.Id}/contacts");
        var toggle = window.Page.GetByRole(AriaRole.Switch);
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-checked", "false");

        await toggle.ClickAsync();

        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-checked", "true");
        await window.SaysAsync(".toast", "may sign in now");
        Assert.True(client.Contacts[1].Access);
    }

    [Fact]
    public async Task A_contact_that_can_not_be_saved_keeps_what_was_typed()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Arabic, "/contacts/new"));
        await window.TypeAsync("Name", "Nour");
        await window.TypeAsync("Email address", "nour at builder");
        await window.PressAsync("Save");

        await Assertions.Expect(window.Page.GetByLabel("Name")).ToHaveValueAsync("Nour");
        await Assertions.Expect(window.Page.GetByLabel("Email address")).ToHaveAttributeAsync("aria-invalid", "true");
        await window.CheckAsync("contact-error");
        await window.TypeAsync("Email address", "nour@builder.example");
        await window.PressAsync("Save");
        await window.SaysAsync(".toast", "Nour was added and may sign in.");
    }

    private Dictionary<string, string> Cookie() =>
        new() { ["Cookie"] = $"{FakeIdentity.SessionCookie}={site.SignIn(BrokerWindows.Broker)}" };
}
