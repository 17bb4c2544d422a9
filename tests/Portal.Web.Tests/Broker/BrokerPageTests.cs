using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>
/// The broker's pages in light and dark, on a phone and on a desk; each is photographed to be looked at.
/// </summary>
public sealed class BrokerPageTests(Chromium chromium, Site site)
{
    private static readonly (string Name, string? Client, string Path)[] Pages =
    [
        ("clients", null, "/clients"),
        ("clients-none-match", null, "/clients?search=nobody"),
        ("client", FakeClients.Heavy, ""),
        ("client-long", FakeClients.Long, ""),
        ("client-arabic", FakeClients.Arabic, ""),
        ("client-empty", FakeClients.Empty, ""),
        ("holders", FakeClients.Heavy, "/holders"),
        ("holders-empty", FakeClients.Empty, "/holders"),
        ("certificates", FakeClients.Heavy, "/certificates"),
        ("certificate", FakeClients.Heavy, "/certificates/00000003-0000-0000-8000-000000000001"),
        ("contacts", FakeClients.Long, "/contacts"),
        ("contact-new", FakeClients.Heavy, "/contacts/new"),
        ("access", FakeClients.Heavy, "/access"),
        ("step-in", FakeClients.Heavy, "/step-in"),
        ("renew-choose", FakeClients.Heavy, "/renew"),
        ("renew-empty", FakeClients.Empty, "/renew"),
        ("import-new", null, "/imports/new"),
    ];

    public static TheoryData<string> Names() => [.. Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_accessible_quiet_and_fits(string name)
    {
        var (_, client, path) = Pages.Single(page => page.Name == name);
        await using var window = await chromium.OpenAsBrokerAsync(site);

        var answer = await window.Page.GotoAsync(client is null ? path : site.PathOf(client, path));

        Assert.Equal(200, answer!.Status);
        await window.CheckViewsAsync(name);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_and_not_shown_as_emptiness()
    {
        await using var other = new Site();
        await other.InitializeAsync();
        other.Services.IsDown = true;
        await using var window = await chromium.OpenAsBrokerAsync(other);

        var answer = await window.Page.GotoAsync("/clients");

        Assert.Equal(500, answer!.Status);
        await window.HeadsAsync("Something went wrong on our side");
    }

    [Fact]
    public async Task A_list_page_is_small()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.PathOf(FakeClients.Heavy, "/holders"));
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn(BrokerWindows.Broker)}");
        request.Headers.Add("Accept-Encoding", "br");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        var page = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(page.Length, 1_000, 30_000);
    }
}
