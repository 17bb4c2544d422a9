using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Insured;

/// <summary>The client's pages in light and dark, on a phone and on a desk; each is photographed to be looked at.</summary>
public sealed class InsuredPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Certificate = "/certificates/00000003-0000-0000-8000-000000000001";

    private static readonly (string Name, string Visitor, string? Client, string Path, string? Mode)[] Pages =
    [
        ("own-home", Client.Ada, FakeBook.Heavy, "", null),
        ("own-home-empty", "zelma@bakery.example", FakeBook.Empty, "", null),
        ("own-home-arabic", "nour@alnour.example", FakeBook.Arabic, "", null),
        ("own-policies", Client.Ada, FakeBook.Heavy, "/policies", null),
        ("own-policies-empty", "zelma@bakery.example", FakeBook.Empty, "/policies", null),
        ("own-certificates", Client.Ada, FakeBook.Heavy, "/certificates", null),
        ("own-certificates-empty", "zelma@bakery.example", FakeBook.Empty, "/certificates", null),
        ("own-certificate", Client.Ada, FakeBook.Heavy, Certificate, null),
        ("own-access", Client.Ada, FakeBook.Heavy, "/access", null),
        ("own-visit", Client.Ada, FakeBook.Heavy, "/access/00000003-0000-0000-8000-000000000001", null),
        ("own-sessions", Client.Ada, null, "/sessions", null),
        ("as-home", "broker@harborlight.example", FakeBook.Heavy, "", "view"),
        ("as-access", "broker@harborlight.example", FakeBook.Heavy, "/access", "manage"),
    ];

    public static TheoryData<string> Names() => [.. Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_accessible_quiet_and_fits(string name)
    {
        var (_, visitor, client, path, mode) = Pages.Single(page => page.Name == name);
        site.Identity.People["broker@harborlight.example"] = new FakePerson("Sam Broker", "agent") { Accounts = [FakeBook.Heavy] };
        await using var window = await chromium.OpenAsAsync(site, visitor, mode);

        var answer = await window.Page.GotoAsync(
            client is null ? path : site.AccountPath(client, path, mode is null ? null : Guid.CreateVersion7()));

        Assert.Equal(200, answer!.Status);
        await window.CheckViewsAsync(name);
    }
}
