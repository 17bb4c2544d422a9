using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Watching certificates go out.</summary>
public sealed class DistributionTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    private FakeDistribution Run => _site.Services.Distribution;

    private string Path => $"/clients/{Run.Client}/distributions/{Guid.CreateVersion7()}";

    [Fact]
    public async Task The_page_goes_on_by_itself_to_the_end_and_says_so()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site);
        await window.Page.GotoAsync(Path);
        (Run.Issued, Run.Delivered) = (1412, 412);
        await Assertions.Expect(window.Page.Locator("#progress")).ToContainTextAsync("1,412 of 2,000");
        await window.CheckAsync("distribution-running");
        await window.ReloadAsync();
        await window.SaysAsync("#progress", "412 of 2,000");

        Fail("Holder 0007 Properties Trust", "550 5.1.1 <certs7@holder.example>: user unknown");
        (Run.Issued, Run.Delivered, Run.State) = (2000, 1999, "finished");

        await Assertions.Expect(window.Page.Locator(".toast"))
            .ToContainTextAsync("1 certificate could not be delivered");
        await Assertions.Expect(window.Page.Locator("#run")).Not.ToHaveAttributeAsync(
            "sse-connect", new System.Text.RegularExpressions.Regex("."));
        await window.SaysAsync("table.data", "Ask the holder for the right address");
        Assert.StartsWith(
            $"/clients/{Run.Client}/certificates/",
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Holder 0007 Properties Trust" })
                .GetAttributeAsync("href"),
            StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(true, 1440, ColorScheme.Light)]
    [InlineData(true, 1440, ColorScheme.Dark)]
    [InlineData(true, 390, ColorScheme.Light)]
    [InlineData(false, 390, ColorScheme.Light)]
    public async Task Each_failure_says_what_to_do_and_is_sent_once_more(bool scripts, int width, ColorScheme scheme)
    {
        (Run.Issued, Run.Delivered, Run.State) = (2000, 1997, "finished");
        Fail("Holder 0007 Properties Trust", "550 5.1.1 <certs7@holder.example>: user unknown");
        Fail(FakeClient.HolderName(3), "452 4.2.2 mailbox full");
        Fail(FakeClient.HolderName(2), answer: null);
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts, width, scheme);
        await window.Page.GotoAsync(Path);
        if (scripts)
        {
            await window.CheckAsync($"distribution-failed-{width}-{scheme}");
        }

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Retry Holder 0007" }).ClickAsync();

        await window.SaysAsync(".toast", "Sending again to Holder 0007 Properties Trust.");
        Assert.Equal(2, Run.Failures.Count);
        Assert.Single(Run.Retried);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_press_sends_everything_that_failed_once_more_and_says_how_much_that_is(bool scripts)
    {
        (Run.Issued, Run.Delivered, Run.State) = (2000, 1997, "finished");
        Fail(FakeClient.HolderName(1), "452 4.2.2 mailbox full");
        Fail(FakeClient.HolderName(2), "452 4.2.2 mailbox full");
        Fail(FakeClient.HolderName(3), answer: null);
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts);
        await window.Page.GotoAsync(Path);

        await window.PressAsync("Retry all 3");

        await window.SaysAsync(".toast", "Sending 3 certificates again.");
        Assert.Equal(3, Run.Retried.Count);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Retry") }))
            .ToHaveCountAsync(0);
    }

    [Fact]
    public async Task One_failure_alone_has_one_button()
    {
        (Run.Issued, Run.Delivered, Run.State) = (2000, 1999, "finished");
        Fail(FakeClient.HolderName(1), "452 4.2.2 mailbox full");
        await using var window = await chromium.OpenAsBrokerAsync(_site);

        await window.Page.GotoAsync(Path);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Retry") }))
            .ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_sent_once_more_while_the_stream_ends_is_asked_for_every_while()
    {
        (Run.Issued, Run.Delivered, Run.State) = (2000, 1998, "finished");
        Fail(FakeClient.HolderName(1), "452 4.2.2 mailbox full");
        Run.Retried.Add(Guid.CreateVersion7());
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + "/progress");
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={_site.SignIn(BrokerWindows.Broker)}");

        using var response = await _site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("#run", response.Headers.GetValues("HX-Retarget").Single());
        Assert.Contains(
            "hx-trigger=\"every 2s\"",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_page_is_asked_for_anew()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts: false);
        await window.Page.GotoAsync(Path);
        Run.Delivered = 77;

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Show how it stands now" }).ClickAsync();

        await window.SaysAsync("#progress", "77 of 2,000");
        await Assertions.Expect(window.Page.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Another_clients_distribution_is_not_shown_as_this_ones()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site);

        var answer = await window.Page.GotoAsync(
            _site.PathOf(FakeClients.Long, $"/distributions/{Guid.CreateVersion7()}"));

        Assert.Equal(404, answer!.Status);
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        Run.Client = _site.Services.Clients.Of(FakeClients.Heavy).Id;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private void Fail(string holder, string? answer) => Run.Failures.Add((Guid.CreateVersion7(), holder, answer));
}
