using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Formats;
using Portal.Web.Pages.Broker.RenewPolicies;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Renewing, from the choice of policies to the run.</summary>
public sealed class RenewTests(Chromium chromium) : IAsyncLifetime
{
    private const string Check = "Check before it goes out";

    private readonly Site _site = new();

    [Theory]
    [InlineData(true, 1440)]
    [InlineData(true, 390)]
    [InlineData(false, 1440)]
    public async Task Two_policies_renew_together_with_what_changes_marked(bool scripts, int width)
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts, width);
        var view = $"-{width}-{(scripts ? "Light" : "no-scripts")}";
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, "/renew"));
        await window.Page.GetByLabel("Umbrella liability").UncheckAsync();
        await window.PressAsync("Continue");
        await window.HeadsAsync("What are the new terms?");
        await ShowAsync(window, "renew-terms" + view, scripts);
        await window.Page.GetByLabel("General aggregate").FillAsync("$3,000,000");
        await window.PressAsync("Continue");

        await window.HeadsAsync(Check);
        var changed = await window.Page.Locator(".differs").AllInnerTextsAsync();
        Assert.Contains(
            changed,
            row => row.Contains("$2,000,000", StringComparison.Ordinal)
                && row.Contains("$3,000,000", StringComparison.Ordinal));
        Assert.DoesNotContain(changed, row => row.Contains("Each occurrence", StringComparison.Ordinal));
        await window.SaysAsync(".tabs.small", "1,800 holders get one");
        await ShowAsync(window, "renew-check" + view, scripts);
        await PreviewIsShownAsync(window);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "200 holders do not" }).ClickAsync();
        await window.SaysAsync("tbody >> nth=2", "Set to get no certificates at renewals");
        _site.Services.Distribution.Client = _site.Services.Clients.Of(FakeClients.Heavy).Id;
        await window.PressAsync("Renew and send 1,800 certificates");

        await window.Page.WaitForURLAsync("**/distributions/*");
        await window.SaysAsync(".toast", "2 policies were renewed.");
        Assert.Single(_site.Services.Clients.Of(FakeClients.Heavy).Renewals);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/renew")]
    [InlineData("/renew?policy={0}")]
    [InlineData("/renew/edit?policy={0}")]
    public async Task A_page_reads_the_policies_of_the_client_in_one_call(string step)
    {
        var client = _site.Services.Clients.Of(FakeClients.Long);
        var path = string.Format(CultureInfo.InvariantCulture, _site.PathOf(client.Name, step), client.Policies[0].Id);
        _site.Services.Requests.Clear();

        using var response = await _site.GetAsBrokerAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"/api/v1/policies?client={client.Id}&limit=200", Assert.Single(_site.Services.Requests));
    }

    [Fact]
    public async Task What_can_not_be_read_or_is_refused_stands_at_its_field_with_what_was_typed()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, width: 390);
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));
        await window.Page.GetByLabel("Each occurrence").FillAsync("one million");
        await window.PressAsync("Continue");
        await window.SaysAsync(".has-error .error", "whole dollars");
        await Assertions.Expect(window.Page.GetByLabel("Each occurrence")).ToHaveValueAsync("one million");
        await window.CheckAsync("renew-error");

        await window.Page.GetByLabel("Each occurrence").FillAsync("1,000,000");
        await window.Page.GetByLabel("Effective")
            .FillAsync(FakeClients.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.PressAsync("Continue");

        await window.SaysAsync(".has-error .error", "begin when the current one ends");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "The new term must begin" }).ClickAsync();
        Assert.True(
            await window.Page.GetByLabel("Effective").EvaluateAsync<bool>(
                "field => document.location.hash === '#' + field.id"));
    }

    [Fact]
    public async Task Another_insurer_writes_the_new_term_and_is_marked_as_a_change()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, width: 390);
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));
        await window.TypeAsync("Insurer", "Travelers Property Casualty Company of America");
        await window.TypeAsync("NAIC code", "2567");
        await window.PressAsync("Continue");
        await window.SaysAsync(".has-error .error", "exactly five digits");
        await Assertions.Expect(window.Page.GetByLabel("NAIC code")).ToHaveValueAsync("2567");

        await window.TypeAsync("NAIC code", "25674");
        await window.PressAsync("Continue");
        await window.HeadsAsync(Check);
        await window.CheckAsync("renew-insurer");

        var changed = await window.Page.Locator(".differs").AllInnerTextsAsync();
        Assert.Contains(
            changed,
            row => row.Contains("Selective", StringComparison.Ordinal)
                && row.Contains("Travelers", StringComparison.Ordinal));
        Assert.Contains(
            changed,
            row => row.Contains("12572", StringComparison.Ordinal) && row.Contains("25674", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_terms_of_as_many_policies_as_renew_at_once_fit_into_an_address()
    {
        var fields = Enumerable.Range(0, RenewalForm.MostPolicies)
            .SelectMany(index => new TermForm(index, Guid.CreateVersion7())
            {
                Effective = "2026-12-01",
                Expiration = "2027-12-01",
                Number = "GL-2026-0088231-07",
                Insurer = "Travelers Property Casualty Company of America",
                Naic = "25674",
                Limits = Glossary.LimitsOf("general_liability").ToDictionary(name => name, _ => "10,000,000"),
            }.Fields());
        using var request = new HttpRequestMessage(
            HttpMethod.Get, _site.PathOf(FakeClients.Heavy, $"/renew/edit{new QueryBuilder(fields)}"));
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={_site.SignIn(BrokerWindows.Broker)}");

        using var response = await _site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("2024-02-29", "2025-03-01", "2026-03-01")]
    [InlineData("2026-01-15", "2026-04-30", "2026-08-13")]
    public async Task The_end_that_is_offered_is_that_of_a_term_as_long(string from, string to, string offered)
    {
        var policy = _site.Services.Clients.Of(FakeClients.Heavy).Policies[0];
        (policy.Effective, policy.Expiration) = (
            DateOnly.ParseExact(from, "O", CultureInfo.InvariantCulture),
            DateOnly.ParseExact(to, "O", CultureInfo.InvariantCulture));

        using var response = await _site.GetAsBrokerAsync(
            _site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches($"name=\"effective-0\"[^>]*value=\"{to}\"", page);
        Assert.Matches($"name=\"expiration-0\"[^>]*value=\"{offered}\"", page);
    }

    [Fact]
    public async Task A_policy_that_ends_with_the_calendar_leaves_the_new_end_to_be_typed()
    {
        _site.Services.Clients.Of(FakeClients.Heavy).Policies[0].Expiration = new DateOnly(9999, 7, 1);

        using var response = await _site.GetAsBrokerAsync(
            _site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("name=\"effective-0\"[^>]*value=\"9999-07-01\"", page);
        Assert.DoesNotMatch("name=\"expiration-0\"[^>]*value=\"[^\"]", page);
    }

    [Fact]
    public async Task What_refuses_the_preview_is_said_in_its_frame()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site);
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));
        await window.PressAsync("Continue");
        await window.HeadsAsync(Check);
        _site.Services.Distribution.RefusesPreviews = true;

        await window.ReloadAsync(Check);

        var frame = window.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("The PDF can't be shown");
        await Assertions.Expect(frame.Locator("main"))
            .ToContainTextAsync("The holder is shown none of these policies.");
        await Assertions.Expect(frame.Locator("a")).ToHaveCountAsync(0);
        await window.ScreenshotAsync("renew-preview-refused");
    }

    [Fact]
    public async Task A_double_press_renews_once()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts: false);
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));
        await window.PressAsync("Continue");
        var form = await window.Page.Locator("form.run input")
            .EvaluateAllAsync<string[][]>("inputs => inputs.map(input => [input.name, input.value])");
        _site.Services.Distribution.Client = _site.Services.Clients.Of(FakeClients.Heavy).Id;

        var first = await SendAsync(form);
        var second = await SendAsync(form);

        Assert.Equal(first, second);
        Assert.Contains("/distributions/", first, StringComparison.Ordinal);
        Assert.Single(_site.Services.Clients.Of(FakeClients.Heavy).Renewals);
    }

    [Fact]
    public async Task A_session_that_ends_meanwhile_loses_nothing_that_was_typed()
    {
        await using var window = await chromium.OpenAsync(_site);
        var reference = _site.SignIn(BrokerWindows.Broker);
        await window.CarryAsync(reference);
        await window.Page.GotoAsync(_site.PathOf(FakeClients.Heavy, $"/renew?policy={Policy(0)}"));
        await window.Page.GetByLabel("General aggregate").FillAsync("4,000,000");
        _site.Identity.Sessions.TryRemove(reference, out _);
        await window.PressAsync("Continue");
        await window.ArriveAsync("/sign-in");

        var back = System.Web.HttpUtility.ParseQueryString(new Uri(window.Page.Url).Query)["returnTo"];
        await window.CarryAsync(_site.SignIn(BrokerWindows.Broker));
        await window.Page.GotoAsync(back!);

        await window.SaysAsync(".differs >> nth=2", "$4,000,000");
    }

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Guid Policy(int index) => _site.Services.Clients.Of(FakeClients.Heavy).Policies[index].Id;

    private static async Task ShowAsync(Window window, string name, bool scripts)
    {
        if (scripts)
        {
            await window.CheckAsync(name);
        }
        else
        {
            await window.ScreenshotAsync(name);
        }
    }

    private async Task PreviewIsShownAsync(Window window)
    {
        var source = (await window.Page.Locator("iframe").GetAttributeAsync("src"))!.Split('#')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={_site.SignIn(BrokerWindows.Broker)}");
        using var response = await _site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "frame-ancestors 'self'",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string[][] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _site.PathOf(FakeClients.Heavy, "/renew"));
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={_site.SignIn(BrokerWindows.Broker)}");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field[0], field[1])));
        using var response = await _site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.Location!.ToString();
    }
}
