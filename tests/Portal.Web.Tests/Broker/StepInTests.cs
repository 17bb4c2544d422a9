using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Stepping into a client's account.</summary>
public sealed class StepInTests(Chromium chromium, Site site) : IClassFixture<Site>, IAsyncLifetime
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_press_opens_the_account_in_a_new_tab_to_view(bool scripts)
    {
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts);
        await window.Page.GotoAsync("/clients");
        var plus = window.Page.GetByRole(
            AriaRole.Button, new() { Name = $"Step into the account of {FakeClients.Heavy}" });
        await plus.FocusAsync();
        await window.ScreenshotAsync("plus-focused");

        var tab = await window.Context.RunAndWaitForPageAsync(() => plus.ClickAsync());
        await tab.WaitForURLAsync("**/as/*/a/*");

        Assert.EndsWith($"/a/{site.Services.Clients.Of(FakeClients.Heavy).Id}", tab.Url, StringComparison.Ordinal);
        await window.ArriveAsync("/clients$");
        var asked = site.Identity.Clients.Started.Peek();
        Assert.Equal(("view", "Opened from the list of clients, to view"), (asked.Mode, asked.Reason));
        Assert.Contains(await window.Context.CookiesAsync(), cookie => cookie.Name == "__Host-portal-rotated");
        var again = await window.Context.RunAndWaitForPageAsync(() => plus.ClickAsync());
        await again.WaitForURLAsync("**/as/*/a/*");
    }

    [Fact]
    public async Task Making_changes_asks_for_a_reason_first()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/step-in"));
        await window.PressAsync("Step in");
        await window.SaysAsync(".error", "why you step in");
        await window.CheckAsync("step-in-error");

        await window.TypeAsync("Why", "Corrects two holders");
        await window.PressAsync("Step in");
        await window.Page.WaitForURLAsync("**/as/*/a/*");

        var asked = site.Identity.Clients.Started.Peek();
        Assert.Equal(("manage", "Corrects two holders"), (asked.Mode, asked.Reason));
    }

    [Fact]
    public async Task A_stale_second_factor_is_asked_for_and_nothing_typed_is_lost()
    {
        site.Identity.Clients.IsFresh = false;
        await using var window = await chromium.OpenAsBrokerAsync(site);
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/step-in"));
        await window.TypeAsync("Why", "Renews the umbrella");
        await window.PressAsync("Step in");
        await Assertions.Expect(window.Page.GetByLabel("Authenticator code")).ToBeVisibleAsync();
        await window.CheckAsync("step-in-code");

        await window.TypeAsync("Authenticator code", "000000");
        await window.PressAsync("Continue");
        await window.SaysAsync(".error", "not right");
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");

        await window.Page.WaitForURLAsync("**/as/*/a/*");
        Assert.Equal("Renews the umbrella", site.Identity.Clients.Started.Peek().Reason);
    }

    [Fact]
    public async Task A_client_that_withdrew_consent_is_asked()
    {
        await using var window = await chromium.OpenAsBrokerAsync(site);
        site.Services.Clients.Of(FakeClients.Long).Consents = false;
        await window.Page.GotoAsync(site.PathOf(FakeClients.Long, "/step-in"));
        await window.TypeAsync("Why", "Called for help");
        await window.PressAsync("Step in");
        await window.SaysAsync(".banner", "does not let the agency in");
        await window.CheckAsync("step-in-consent");
        await window.TypeAsync("Why do you need to get in?", "?");
        await window.PressAsync("Ask the client");
        await window.SaysAsync(".error", "3 to 300 characters");
        await window.TypeAsync("Why do you need to get in?", "Called for help");

        await window.PressAsync("Ask the client");

        await window.ArriveAsync("/access$");
        await window.SaysAsync(".toast", "asked by mail");
        await window.CheckAsync("access-withdrawn");
    }

    public ValueTask InitializeAsync()
    {
        site.Identity.Clients.IsFresh = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
