using System.Net;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Insured;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Other contacts that imports name for clients, until somebody decides.</summary>
public sealed class ContactProposalTests(Chromium chromium, Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Assistant = "asa@harborlight.example";
    private const string List = "/clients/proposals";

    private FakeContactProposalsApi Proposals => site.Identity.Proposals;

    private FakeClient Heavy => site.Services.Clients.Of(FakeClients.Heavy);

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_pages_are_accessible_quiet_and_fit(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, width: width, scheme: scheme);
        await window.Page.GotoAsync(List);
        await window.CheckAsync($"proposals-none-{width}-{scheme}");
        Some(FakeClients.Heavy, FakeClients.Arabic, FakeClients.Long);
        await window.Page.GotoAsync("/clients");
        await window.CheckAsync($"clients-proposals-{width}-{scheme}");
        await window.Page.GotoAsync(List);
        await window.CheckAsync($"proposals-{width}-{scheme}");
        await window.Page.GotoAsync(site.PathOf(FakeClients.Long, "/contacts"));
        await window.CheckAsync($"contacts-proposal-{width}-{scheme}");
        Proposals.Waiting.Clear();
        Proposals.Add(Heavy, "new@acme.example");
        Proposals.Add(site.Services.Clients.Of(FakeClients.Long), "sam@harborlight.example", (409, "contact-is-staff"));
        Proposals.Add(site.Services.Clients.Of(FakeClients.Empty), "new@bakery.example", (403, "consent-withdrawn"));
        await window.Page.GotoAsync(List);
        await ChooseAsync(window, FakeClients.Heavy, FakeClients.Long, FakeClients.Empty);
        await window.CheckAsync($"proposals-partly-{width}-{scheme}");
    }

    [Theory]
    [InlineData(1, "1 contact waits for your confirmation.")]
    [InlineData(3, "3 contacts wait for your confirmation.")]
    [InlineData(20, "20 contacts wait for your confirmation.")]
    [InlineData(21, "20 or more contacts wait for your confirmation.")]
    public async Task The_list_of_clients_says_how_many_wait(int waiting, string said)
    {
        foreach (var client in site.Services.Clients.All.Take(waiting))
        {
            Proposals.Add(client, "new@client.example");
        }

        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync("/clients");
        await window.SaysAsync(".banner", said);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Look at what was imported" }).ClickAsync();

        await window.HeadsAsync("Contacts to confirm");
        await Assertions.Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(waiting);
    }

    [Fact]
    public async Task Nothing_is_said_where_nothing_waits_and_to_whoever_may_not_decide()
    {
        using var none = await site.GetAsBrokerAsync("/clients");
        Proposals.Add(Heavy, "new@acme.example");
        await using var window = await chromium.OpenAsAsync(site, Assistant);
        await window.Page.GotoAsync("/clients");

        Assert.DoesNotContain(
            "for your confirmation",
            await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        await Assertions.Expect(window.Page.Locator(".banner")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_differs_is_marked_and_the_new_one_is_used_or_not(bool scripts)
    {
        var used = Proposals.Add(Heavy, "new@acme.example");
        Proposals.Add(site.Services.Clients.Of(FakeClients.Arabic), "new@alnour.example");
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts);
        await window.Page.GotoAsync(List);
        Assert.Equal(
            ["New: new@acme.example", "New: No number"],
            await window.Page.Locator("tbody tr >> nth=0").Locator("mark").AllTextContentsAsync());

        await window.PressAsync($"Use the new one for {FakeClients.Heavy}");
        await window.SaysAsync(".toast", "The new contact counts from now on.");
        await window.PressAsync($"Keep today’s for {FakeClients.Arabic}");

        await window.SaysAsync(".toast", "Today’s contact stays.");
        Assert.EndsWith(List, window.Page.Url, StringComparison.Ordinal);
        Assert.Equal([used], Proposals.Confirmed);
        Assert.Empty(Proposals.Waiting);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_client_s_own_page_decides_too_and_stays_open()
    {
        var other = Proposals.Add(site.Services.Clients.Of(FakeClients.Arabic), "new@alnour.example");
        Proposals.Add(Heavy, "new@acme.example");
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/contacts"));
        await window.SaysAsync(".proposal", "new@acme.example");

        await window.PressAsync($"Keep today’s for {FakeClients.Heavy}");

        Assert.EndsWith($"/clients/{Heavy.Id}/contacts", window.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(window.Page.Locator(".proposal")).ToHaveCountAsync(0);
        Assert.Equal([other], Proposals.Waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_chosen_are_used_once_after_a_stale_second_factor(bool scripts)
    {
        site.Identity.Clients.IsFresh = false;
        var chosen = Some(FakeClients.Heavy, FakeClients.Long);
        var left = Proposals.Add(site.Services.Clients.Of(FakeClients.Arabic), "new@alnour.example");
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts);
        await window.Page.GotoAsync(List);
        await ChooseAsync(window, FakeClients.Heavy, FakeClients.Long);
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");

        await window.SaysAsync(".toast", "2 new contacts count from now on.");
        Assert.Equal(chosen, Proposals.Confirmed);
        Assert.Equal([left], Proposals.Waiting);
    }

    [Fact]
    public async Task What_did_not_go_through_is_told_with_its_reason()
    {
        Proposals.Add(Heavy, "new@acme.example");
        Proposals.Add(site.Services.Clients.Of(FakeClients.Long), "sam@harborlight.example", (409, "contact-is-staff"));
        Proposals.Add(site.Services.Clients.Of(FakeClients.Empty), "new@bakery.example", (403, "consent-withdrawn"));
        var gone = Proposals.Add(site.Services.Clients.Of(FakeClients.Arabic), "new@alnour.example");
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync(List);
        Proposals.Waiting.Remove(gone);
        await ChooseAsync(window, FakeClients.Heavy, FakeClients.Long, FakeClients.Empty, FakeClients.Arabic);

        await window.SaysAsync(".banner", "1 of 4 went through");
        await window.SaysAsync(".banner", $"{FakeClients.Long}: Identity says contact-is-staff.");
        await window.SaysAsync(".banner", "decided or replaced by a newer one");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ask for consent" }).ClickAsync();
        Assert.EndsWith(
            $"/clients/{site.Services.Clients.Of(FakeClients.Empty).Id}/access",
            window.Page.Url,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_factor_that_grows_old_between_two_of_them_loses_none()
    {
        Some(FakeClients.Heavy, FakeClients.Long);
        Proposals.FreshFor = 1;
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(List);
        await ChooseAsync(window, FakeClients.Heavy, FakeClients.Long);
        await window.SaysAsync(".banner", "1 of 2 went through");

        Assert.True(await window.Page.GetByLabel($"Choose {FakeClients.Long}").IsCheckedAsync());
        await window.PressAsync("Use the new ones of all chosen");
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");

        await window.Page.GetByText("1 new contact counts from now on.").WaitForAsync();
        Assert.Equal(2, Proposals.Confirmed.Count);
    }

    [Theory]
    [InlineData(409, "contact-exists")]
    [InlineData(404, "contact-proposal-not-found")]
    public async Task One_that_is_refused_is_told_under_the_refusal_s_status(int status, string code)
    {
        var refused = Proposals.Add(Heavy, "new@acme.example", (status, code));

        using var response = await site.PostAsAsync(
            BrokerWindows.Broker, $"{List}/{refused.Id}/confirmation", ("client", Heavy.Id.ToString()));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(
            "This did not go through",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_chose_none_is_asked_to()
    {
        using var response = await site.PostAsAsync(BrokerWindows.Broker, List);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(
            "Choose at least one client",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assistant_sees_and_decides_nothing()
    {
        var waiting = Proposals.Add(Heavy, "new@acme.example");
        await using var window = await chromium.OpenAsAsync(site, Assistant);
        foreach (var path in (string[])[List, site.PathOf(FakeClients.Heavy, "/contacts")])
        {
            await window.Page.GotoAsync(path);
            await window.SaysAsync("main", "new@acme.example");
            await Assertions.Expect(
                window.Page.Locator(
                    ".proposal button, table.data button, table.data input, .after-table")).ToHaveCountAsync(0);
        }

        foreach (var path in (string[])["", $"/{waiting.Id}/confirmation", $"/{waiting.Id}/dismissal"])
        {
            using var response = await site.PostAsAsync(Assistant, List + path, ("chosen", waiting.Id.ToString()));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal([waiting], Proposals.Waiting);
    }

    public ValueTask InitializeAsync()
    {
        Proposals.Waiting.Clear();
        Proposals.Confirmed.Clear();
        Proposals.FreshFor = null;
        site.Identity.Clients.IsFresh = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private List<FakeContactProposal> Some(params string[] clients) =>
        [.. clients.Select(
            (client, index) => Proposals.Add(
                site.Services.Clients.Of(client), $"new.address.for.certificates.{index}@client.example"))];

    private static async Task ChooseAsync(Window window, params string[] clients)
    {
        foreach (var client in clients)
        {
            await window.Page.GetByLabel($"Choose {client}").CheckAsync();
        }

        await window.PressAsync("Use the new ones of all chosen");
    }
}
