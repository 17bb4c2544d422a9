using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>
/// The people of the tests that share a system: the agency's admin, signed in once, and some clients.
/// </summary>
internal sealed class People(RunningPortal portal) : IDisposable
{
    /// <summary>Address of the demo agency's admin.</summary>
    public const string Admin = "admin@harborlight.example";

    /// <summary>And the name.</summary>
    public const string AdminName = "Daniel R. Okafor";

    private PortalBrowser? _admin;
    private IReadOnlyList<DemoClient>? _clients;
    private PageClients? _book;

    /// <summary>
    /// The admin's browser. The first time, the admin signs in by the mailed code and sets up an authenticator app; its
    /// password counts once in 30 seconds, so that everybody after goes on with the same session.
    /// </summary>
    public async Task<PortalBrowser> AdminAsync(CancellationToken cancellationToken)
    {
        if (_admin is not null)
        {
            return _admin;
        }

        var browser = portal.Browser();
        var state = await browser.SignInAsync("staff", Admin, portal.Mail, cancellationToken);
        Assert.Equal("enroll_second_factor", state.Step);
        Assert.Equal(["__Host-portal-sign-in"], browser.Cookies);

        await browser.EnrollAsync(cancellationToken);
        Assert.Equal(["__Host-portal", "__Host-portal-device"], browser.Cookies.Order(StringComparer.Ordinal));

        // The mail that tells of the new second factor.
        await portal.Mail.TakeAsync(Admin, mail => mail.Code is null, cancellationToken);
        return _admin = browser;
    }

    /// <summary>Six clients, each of which one test signs in: a code is mailed once a minute.</summary>
    public async Task<IReadOnlyList<DemoClient>> ClientsAsync(CancellationToken cancellationToken) =>
        _clients ??= await DemoCopy.ImportAsync(portal, cancellationToken);

    /// <summary>What the pages are shown with: the demo data under keys of its own, imported once.</summary>
    public async Task<PageClients> BookAsync(CancellationToken cancellationToken) =>
        _book ??= await PageClients.ImportAsync(portal, cancellationToken);

    /// <summary>A window of a real browser in which the admin is signed in; only one at a time.</summary>
    public async Task<Desk> DeskAsync(
        Chromium chromium, CancellationToken cancellationToken, bool scripts = true, int width = 1440) =>
        await Desk.OpenAsync(
            await AdminAsync(cancellationToken),
            await chromium.OpenAsync(portal.Gateway.OriginalString.TrimEnd('/'), scripts, width));

    /// <summary>A client's primary contact signs in, in a browser of its own.</summary>
    public async Task<PortalBrowser> InsuredAsync(DemoClient client, CancellationToken cancellationToken)
    {
        var browser = portal.Browser();
        var state = await browser.SignInAsync("client", client.Email, portal.Mail, cancellationToken);
        Assert.Equal("done", state.Step);
        Assert.Equal($"/a/{client.Id}/", state.Next);
        Assert.Equal(["__Host-portal", "__Host-portal-device"], browser.Cookies.Order(StringComparer.Ordinal));
        return browser;
    }

    public void Dispose()
    {
        _admin?.Dispose();
        _book?.Dispose();
    }
}
