using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>The frame while somebody of the agency acts in a client's account.</summary>
public sealed class SteppedInTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("view", "read-only", 390)]
    [InlineData("manage", "you can make changes", 1440)]
    public async Task The_banner_says_who_acts_for_whom_how_far_and_how_long(string mode, string words, int width)
    {
        site.Identity.People["broker@harborlight.example"] = new FakePerson("Sam Broker", "agent")
        {
            Accounts = ["Acme Roofing LLC"],
        };
        await using var window = await chromium.OpenAsync(site, width: width);
        await window.CarryAsync(site.SignIn("broker@harborlight.example", mode));

        await window.Page.GotoAsync($"/as/{Guid.CreateVersion7()}/styleguide/reading");

        var banner = await window.Page.GetByRole(AriaRole.Status, new() { Name = "Stepped in" }).InnerTextAsync();
        Assert.Contains("Viewing as Acme Roofing LLC", banner, StringComparison.Ordinal);
        Assert.Contains("you are Sam Broker", banner, StringComparison.Ordinal);
        Assert.Contains(words, banner, StringComparison.Ordinal);
        Assert.Matches("(39|4[012]) minutes left", banner);
        await window.SaysAsync(".profile", "Acme Roofing LLC");
        await window.ScreenshotAsync($"stepped-in-{mode}-{width}");
        Assert.Empty(await window.AxeAsync());
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Links_stay_below_the_account_and_exit_leads_out()
    {
        site.Identity.People["broker@harborlight.example"] = new FakePerson("Sam Broker", "agent")
        {
            Accounts = ["Acme Roofing LLC"],
        };
        await using var window = await chromium.OpenAsync(site);
        await window.CarryAsync(site.SignIn("broker@harborlight.example", "view"));
        var delegation = Guid.CreateVersion7();

        await window.Page.GotoAsync($"/as/{delegation}/styleguide/reading");

        var links = await window.Page.Locator(".top-bar a")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.All(links, link => Assert.StartsWith($"/as/{delegation}/a/", link, StringComparison.Ordinal));
        var exit = await window.Page.Locator(".stepped-in form").GetAttributeAsync("action");
        Assert.StartsWith("/delegations/", exit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/as/not-an-id")]
    [InlineData("//evil.example")]
    [InlineData("/elsewhere")]
    public async Task A_prefix_that_is_no_delegation_is_not_believed(string prefix)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/styleguide/reading");
        request.Headers.Add("X-Forwarded-Prefix", prefix);

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(
            $"\"{prefix}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("X-Forwarded-Host")]
    public async Task No_address_of_a_page_holds_the_host_that_it_was_asked_for_by(string header)
    {
        site.Identity.People["broker@harborlight.example"] = new FakePerson("Sam Broker", "agent")
        {
            Accounts = ["Acme Roofing LLC"],
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/as/{Guid.CreateVersion7()}/styleguide/reading");
        request.Headers.TryAddWithoutValidation(header, "evil.example");
        request.Headers.Add(
            "Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn("broker@harborlight.example", "view")}");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("/delegations/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
    }
}
