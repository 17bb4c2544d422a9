using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>The broker's pages in light and dark, on a phone and on a desk; each is photographed to be looked at.</summary>
public sealed class BrokerPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly (string Name, string? Client, string Path)[] Pages =
    [
        ("clients", null, "/clients"),
        ("clients-none-match", null, "/clients?search=nobody"),
        ("client", FakeBook.Heavy, ""),
        ("client-long", FakeBook.Long, ""),
        ("client-arabic", FakeBook.Arabic, ""),
        ("client-empty", FakeBook.Empty, ""),
        ("holders", FakeBook.Heavy, "/holders"),
        ("holders-empty", FakeBook.Empty, "/holders"),
        ("certificates", FakeBook.Heavy, "/certificates"),
        ("certificate", FakeBook.Heavy, "/certificates/00000003-0000-0000-8000-000000000001"),
        ("contacts", FakeBook.Long, "/contacts"),
        ("contact-new", FakeBook.Heavy, "/contacts/new"),
        ("access", FakeBook.Heavy, "/access"),
        ("step-in", FakeBook.Heavy, "/step-in"),
        ("renew-choose", FakeBook.Heavy, "/renew"),
        ("renew-empty", FakeBook.Empty, "/renew"),
        ("import-new", null, "/imports/new"),
    ];

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var (name, _, _) in Pages)
        {
            views.Add(name, 390, ColorScheme.Light);
            views.Add(name, 390, ColorScheme.Dark);
            views.Add(name, 1440, ColorScheme.Light);
            views.Add(name, 1440, ColorScheme.Dark);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_accessible_quiet_and_fits(string name, int width, ColorScheme scheme)
    {
        var (_, client, path) = Pages.Single(page => page.Name == name);
        await using var window = await chromium.OpenDeskAsync(site, width: width, scheme: scheme);

        var answer = await window.Page.GotoAsync(client is null ? path : site.PathOf(client, path));

        Assert.Equal(200, answer!.Status);
        await window.CheckAsync($"{name}-{width}-{scheme}");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_and_not_shown_as_emptiness()
    {
        await using var other = new Site();
        await other.InitializeAsync();
        other.Services.IsDown = true;
        await using var window = await chromium.OpenDeskAsync(other);

        var answer = await window.Page.GotoAsync("/clients");

        Assert.Equal(500, answer!.Status);
        Assert.Equal("Something went wrong on our side", await window.HeadingAsync());
    }

    [Fact]
    public async Task A_list_page_is_small()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.PathOf(FakeBook.Heavy, "/holders"));
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn(Desk.Broker)}");
        request.Headers.Add("Accept-Encoding", "br");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        var page = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(page.Length, 1_000, 30_000);
    }
}
