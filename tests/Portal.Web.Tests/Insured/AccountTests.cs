using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Formats;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Insured;

/// <summary>A client in its own account, with scripts and without.</summary>
public sealed class AccountTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_withdraws_consent_and_gives_it_back(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada, scripts: scripts);
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, "/access"));

        await window.PressAsync("Withdraw consent");
        Assert.False(site.Identity.Account.Given);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Your agency may not step in" }))
            .ToBeVisibleAsync();
        await window.Page.GetByText("Whoever was in it is out.").WaitForAsync();
        await window.PressAsync("Allow it again");

        Assert.True(site.Identity.Account.Given);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_shows_a_visitor_out(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada, scripts: scripts);
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, "/access"));

        await window.PressAsync("End the visit of Sam Broker");

        await window.Page.GetByText("They are out of your account.").WaitForAsync();
        Assert.Contains(site.Identity.Requests, request =>
            request.Method == "DELETE" && request.Path.StartsWith("/api/v1/delegations/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_is_renewed_early_is_in_force_until_its_next_term_begins()
    {
        await using var renewed = new Site();
        await renewed.InitializeAsync();
        var begins = FakeClients.Today.AddDays(30);
        var policies = renewed.Services.Clients.Of(FakeClients.Heavy).Policies;
        policies.RemoveRange(1, policies.Count - 1);
        policies[0].Expiration = begins.AddYears(1);
        await using var window = await chromium.OpenAsAsync(renewed, InsuredWindows.Ada);

        await window.Page.GotoAsync(renewed.AccountPath(FakeClients.Heavy));
        await window.Page.Locator(".running").SaysAsync("In force, renewed");
        await window.Page.GotoAsync(renewed.AccountPath(FakeClients.Heavy, "/policies"));

        var facts = await window.Page.Locator(".coverage dl").First.InnerTextAsync();
        Assert.Contains($"In force now\n{Format.Term(begins.AddYears(-1), begins)}", facts, StringComparison.Ordinal);
        Assert.Contains(
            $"Next term, as below\n{Format.Term(begins, begins.AddYears(1))}", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_did_is_told_in_words()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada);
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, "/access"));

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "what was done" }).First.ClickAsync();

        await window.HeadsAsync("Sam Broker in your account");
        var deeds = await window.Page.Locator(".deeds strong").AllInnerTextsAsync();
        Assert.Equal(["Left the account", "Renewed a policy", "Weigh anchor", "Stepped into the account"], deeds);
        await Assertions.Expect(window.Page.Locator(".deeds .status")).ToHaveTextAsync("Refused");
    }

    [Fact]
    public async Task A_policy_is_explained()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada);
        await window.Page.GotoAsync(site.AccountPath(FakeClients.Heavy, "/policies"));

        var policy = window.Page.Locator(".coverage", new() { HasText = "General liability" }).First;
        await policy.SaysAsync("Pays when somebody says your business hurt them");
        await policy.SaysAsync("The most the insurer pays for one event.");
        await policy.GetByText("More about what it covers").ClickAsync();
        await policy.SaysAsync("Covers those you work for as additional insureds while the work goes on.");
    }

    [Fact]
    public async Task A_certificate_is_seen_kept_and_sent_on()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada);
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.GotoAsync(
            site.AccountPath(FakeClients.Heavy, "/certificates/00000003-0000-0000-8000-000000000001"));

        var pdf = await window.Page.Locator("iframe").GetAttributeAsync("src");
        Assert.Contains("/document#", pdf, StringComparison.Ordinal);
        var download = await window.Page.RunAndWaitForDownloadAsync(() =>
            window.Page.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).ClickAsync());
        Assert.Equal("AC-1000-0003-r1.pdf", download.SuggestedFilename);
        await window.PressAsync("Copy Address to check it");
        await window.Page.GetByText("Copied.").WaitForAsync();
        Assert.Equal(
            "https://portal.example/verify/abc",
            await window.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        var mail = await window.Page.GetByRole(AriaRole.Link, new() { Name = "Write a mail with this address" })
            .GetAttributeAsync("href");
        Assert.Contains("https%3A%2F%2Fportal.example%2Fverify%2Fabc", mail, StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Without_scripts_the_address_to_check_is_there_to_be_selected()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada, scripts: false);
        await window.Page.GotoAsync(
            site.AccountPath(FakeClients.Heavy, "/certificates/00000003-0000-0000-8000-000000000001"));

        await Assertions.Expect(window.Page.GetByLabel("Address to check it"))
            .ToHaveValueAsync("https://portal.example/verify/abc");
        await Assertions.Expect(window.Page.Locator("[data-copy]")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_another_account_leads_to_switching(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, "two@acme.example", scripts: scripts);

        var answer = await window.Page.GotoAsync(site.AccountPath(FakeClients.Arabic, "/policies"));
        Assert.Equal(404, answer!.Status);
        await window.ScreenshotAsync($"other-account-{scripts}");
        await window.PressAsync($"Switch to {FakeClients.Arabic}");

        await window.Page.WaitForURLAsync($"**{site.AccountPath(FakeClients.Arabic)}");
        await window.HeadsAsync(FakeClients.Arabic);
    }

    [Fact]
    public async Task An_account_of_somebody_else_is_not_named()
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada);

        var answer = await window.Page.GotoAsync(site.AccountPath(FakeClients.Long));

        Assert.Equal(404, answer!.Status);
        await window.HeadsAsync("There is no such page");
        Assert.DoesNotContain("Northeastern", await window.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_signs_out_elsewhere_and_everywhere(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, InsuredWindows.Ada, scripts: scripts);
        await window.Page.GotoAsync("/sessions");
        await window.SaysAsync("main", "Chrome on Linux");

        await window.PressAsync("Sign out Safari on iPhone");
        await window.Page.GetByText("You are signed out there.").WaitForAsync();
        Assert.Contains(site.Identity.Account.OtherSession, site.Identity.Account.Ended);
        await window.PressAsync("Sign out everywhere");

        await window.Page.WaitForURLAsync("**/sign-in");
        Assert.Contains(Guid.Empty, site.Identity.Account.Ended);
        Assert.DoesNotContain(await window.Context.CookiesAsync(), cookie => cookie.Name == FakeIdentity.SessionCookie);
    }
}
