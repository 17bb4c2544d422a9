using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Insured;

/// <summary>
/// The client's pages in light and dark, on a phone and on a desk; each is photographed to be looked at.
/// </summary>
public sealed class InsuredPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Certificate = "/certificates/00000003-0000-0000-8000-000000000001";

    private static readonly (string Name, string Visitor, string? Client, string Path, string? Mode)[] Pages =
    [
        ("own-home", InsuredWindows.Ada, FakeClients.Heavy, "", null),
        ("own-home-empty", "zelma@bakery.example", FakeClients.Empty, "", null),
        ("own-home-arabic", "nour@alnour.example", FakeClients.Arabic, "", null),
        ("own-policies", InsuredWindows.Ada, FakeClients.Heavy, "/policies", null),
        ("own-policies-empty", "zelma@bakery.example", FakeClients.Empty, "/policies", null),
        ("own-certificates", InsuredWindows.Ada, FakeClients.Heavy, "/certificates", null),
        ("own-certificates-empty", "zelma@bakery.example", FakeClients.Empty, "/certificates", null),
        ("own-certificate", InsuredWindows.Ada, FakeClients.Heavy, Certificate, null),
        ("own-access", InsuredWindows.Ada, FakeClients.Heavy, "/access", null),
        ("own-visit", InsuredWindows.Ada, FakeClients.Heavy, "/access/00000003-0000-0000-8000-000000000001", null),
        ("own-sessions", InsuredWindows.Ada, null, "/sessions", null),
        ("as-home", "broker@harborlight.example", FakeClients.Heavy, "", "view"),
        ("as-access", "broker@harborlight.example", FakeClients.Heavy, "/access", "manage"),
    ];

    public static TheoryData<string> Names() => [.. Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_accessible_quiet_and_fits(string name)
    {
        var (_, visitor, client, path, mode) = Pages.Single(page => page.Name == name);
        site.Identity.People["broker@harborlight.example"] = new FakePerson("Sam Broker", "agent")
        {
            Accounts = [FakeClients.Heavy],
        };
        await using var window = await chromium.OpenAsAsync(site, visitor, mode);

        var answer = await window.Page.GotoAsync(
            client is null ? path : site.AccountPath(client, path, mode is null ? null : Guid.CreateVersion7()));

        Assert.Equal(200, answer!.Status);
        await window.CheckViewsAsync(name);
    }
}
