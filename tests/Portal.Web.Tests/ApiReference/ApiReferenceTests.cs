using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.ApiReference;

/// <summary>The APIs as a page for people, whose descriptions the gateway serves beside the pages.</summary>
public sealed partial class ApiReferenceTests(Chromium chromium, Site site)
{
    private static readonly string[] Services = ["Identity", "Policy", "Certificate", "Compliance", "Notification"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_services_API_can_be_chosen_and_nothing_is_asked_of_another_server()
    {
        await using var window = await chromium.OpenAsync(site);
        var elsewhere = new List<string>();
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        await window.Page.RouteAsync(
            "**/openapi/*.json",
            route => route.FulfillAsync(
                new() { ContentType = "application/json", Body = DescriptionOf(route.Request.Url) }));
        await window.Page.GotoAsync("/docs/");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "identity describes itself" }))
            .ToBeVisibleAsync();

        foreach (var service in Services.Skip(1).Append("Identity"))
        {
            await window.Page.Locator("button[aria-haspopup=listbox]").First.ClickAsync();
            await window.Page.GetByRole(AriaRole.Option, new() { Name = service }).ClickAsync();
            await Assertions.Expect(
                window.Page.GetByRole(
                    AriaRole.Heading,
                    new() { Name = $"{service.ToLowerInvariant()} describes itself" })).ToBeVisibleAsync();
        }

        await window.ScreenshotAsync("api-reference");
        Assert.Empty(elsewhere);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Only_scripts_of_the_portal_run_in_it()
    {
        using var first = await site.Client.GetAsync(new Uri("/docs/", UriKind.Relative), Stop);
        using var second = await site.Client.GetAsync(new Uri("/docs/", UriKind.Relative), Stop);
        var page = await first.Content.ReadAsStringAsync(Stop);
        var policy = first.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;

        Assert.StartsWith($"default-src 'none'; script-src 'self' 'nonce-{nonce}'; ", policy, StringComparison.Ordinal);
        Assert.NotEqual(
            nonce, Nonce().Match(second.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value);
        Assert.All(
            Scripts().Matches(page),
            script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Without_its_last_slash_the_address_leads_there()
    {
        using var answer = await site.Client.GetAsync(new Uri("/docs", UriKind.Relative), Stop);

        Assert.Equal("docs/", answer.Headers.Location?.ToString());
    }

    private static string DescriptionOf(string address) =>
        $$"""
        { "openapi": "3.1.1", "info": { "title": "{{Path.GetFileNameWithoutExtension(address)}} describes itself", "version": "1" },
          "paths": { "/api/v1/things": { "get": { "summary": "All things", "operationId": "ListThings", "responses": { "200": { "description": "Things." } } } } } }
        """;

    [GeneratedRegex("'nonce-([A-Za-z0-9_-]{22,})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();
}
