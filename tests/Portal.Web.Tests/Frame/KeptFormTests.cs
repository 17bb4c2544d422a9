using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>A session that ends while a form is filled.</summary>
public sealed class KeptFormTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_is_sent_after_signing_in_again(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await window.Page.GotoAsync("/sign-in/harborlight");
        var reference = site.SignIn("two@acme.example");
        await window.CarryAsync(reference);
        await window.Page.GotoAsync("/accounts");
        site.Identity.Sessions.TryRemove(reference, out var session);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "شركة النور" }).ClickAsync();
        await window.HeadsAsync("You have been signed out");
        await window.ScreenshotAsync($"kept-form-{scripts}");
        var chosen = await window.Page.Locator("input[name=accountId]").InputValueAsync();

        var tab = await window.Context.RunAndWaitForPageAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync());
        await tab.GetByLabel("Email address").FillAsync("one@acme.example");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await tab.GetByLabel("Identification code").FillAsync(FakeIdentity.RightCode);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Assertions.Expect(tab).ToHaveTitleAsync(new Regex("^You are signed in"));
        await window.PressAsync("Send what I typed");

        await window.ArriveAsync($"/a/{chosen}$");
        Assert.NotEqual(session!.Account.ToString(), chosen);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_and_never_as_markup()
    {
        using var form = new FormUrlEncodedContent([new("note", "\"><script>alert(1)</script>")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts") { Content = form };
        request.Headers.Add("Accept", "text/html");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_access_that_has_ended_leads_out_of_the_account()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/as/{Guid.CreateVersion7()}/accounts");
        request.Headers.Add("Accept", "text/html");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(
            "href=\"/clients\"", await response.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_session_is_led_to_sign_in_and_back()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts?x=1");
        request.Headers.Add("Accept", "text/html");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("/sign-in?returnTo=%2Faccounts%3Fx%3D1", response.Headers.Location?.ToString());
    }
}
