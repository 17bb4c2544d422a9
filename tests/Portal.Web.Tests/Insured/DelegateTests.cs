using System.Net;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Insured;

/// <summary>Somebody of the agency in the client's pages.</summary>
public sealed class DelegateTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Broker = "broker@harborlight.example";

    private static readonly string[] Paths =
    [
        "", "/policies", "/certificates", "/certificates/00000003-0000-0000-8000-000000000001", "/access",
        "/access/00000003-0000-0000-8000-000000000001",
    ];

    [Theory]
    [InlineData("view")]
    [InlineData("manage")]
    public async Task Whoever_stepped_in_finds_no_control_that_would_be_refused(string mode)
    {
        await using var window = await OpenAsync(mode);
        var delegation = Guid.CreateVersion7();
        foreach (var path in Paths)
        {
            await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, path, delegation));

            var forms = await window.Page.Locator("form[method=post]")
                .EvaluateAllAsync<string[]>("forms => forms.map(form => form.action)");
            Assert.All(forms, action => Assert.EndsWith("/exit", action, StringComparison.Ordinal));
            var links = await window.Page.Locator("main a[href^='/']")
                .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            Assert.All(links, link => Assert.StartsWith($"/as/{delegation}/", link, StringComparison.Ordinal));
            Assert.Equal(
                mode == "manage" && path == "/policies" ? 1 : 0,
                links.Count(link => link.EndsWith("/renew", StringComparison.Ordinal)));
        }

        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_clients_name_is_the_profile_and_the_page()
    {
        await using var window = await OpenAsync("view");

        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, delegation: Guid.CreateVersion7()));

        await window.HeadsAsync(FakeClients.Heavy);
        await window.SaysAsync(".profile", FakeClients.Heavy);
    }

    [Theory]
    [InlineData("/consent", "given=false")]
    [InlineData("/access/00000003-0000-0000-8000-000000000001/end", "")]
    public async Task A_forged_form_of_whoever_stepped_in_is_refused(string path, string form)
    {
        site.Identity.People[Broker] = new FakePerson("Sam Broker", "agent") { Accounts = [FakeClients.Heavy] };
        foreach (var mode in (string[])["view", "manage"])
        {
            using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                site.AccountPath(FakeClients.Heavy, path, Guid.CreateVersion7()))
            { Content = content };
            request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn(Broker, mode)}");
            request.Headers.Add("Accept", "text/html");

            using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.True(site.Identity.Account.Given);
        Assert.DoesNotContain(site.Identity.Requests, asked => asked.Method == "DELETE");
    }

    [Fact]
    public async Task A_page_with_a_tour_starts_it_again_from_the_profile()
    {
        await using var window = await OpenAsync("manage");
        await window.Page.GotoAsync(
            $"/as/{Guid.CreateVersion7()}/clients/{site.Services.Clients.Of(FakeClients.Heavy).Id}/renew");
        await window.PressAsync("No, thanks");
        await window.Page.Locator(".profile summary").ClickAsync();
        await window.ScreenshotAsync("stepped-in-profile");

        await window.PressAsync("How to renew a policy");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, delegation: Guid.CreateVersion7()));
        await window.Page.Locator(".profile summary").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-tour-again]")).ToBeHiddenAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Where_every_policy_is_cancelled_nothing_is_offered_to_renew()
    {
        var policies = site.Services.Clients.Of(FakeClients.Heavy).Policies;
        await using var window = await OpenAsync("manage");
        var path = site.AccountPath(FakeClients.Heavy, "/policies", Guid.CreateVersion7());
        policies.ForEach(policy => policy.IsCancelled = true);
        try
        {
            await window.Page.GotoAsync(path);
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Renew" })).ToHaveCountAsync(0);
        }
        finally
        {
            policies.ForEach(policy => policy.IsCancelled = false);
        }

        await window.ReloadAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Renew" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Exit_leads_back_to_the_clients()
    {
        await using var window = await OpenAsync("view");
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, delegation: Guid.CreateVersion7()));
        var action = await window.Page.Locator(".stepped-in form").GetAttributeAsync("action");

        Assert.Matches("^/delegations/[0-9a-f-]+/exit$", action);
    }

    private async Task<Window> OpenAsync(string mode)
    {
        site.Identity.People[Broker] = new FakePerson("Sam Broker", "agent") { Accounts = [FakeClients.Heavy] };
        return await chromium.OpenAsAsync(site, Broker, mode);
    }
}
