using Portal.Testing.Browsing;
using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>
/// The admin at a real browser. Stepping in changes the session's reference, so that the one at the end is handed back
/// to whoever goes on with the session.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly PortalBrowser _admin;

    private Desk(PortalBrowser admin, Window window) => (_admin, Window) = (admin, window);

    public Window Window { get; }

    public static async Task<Desk> OpenAsync(PortalBrowser admin, Window window)
    {
        await window.CarryAsync(PortalBrowser.SessionCookie, admin.Session);
        return new Desk(admin, window);
    }

    /// <summary>Reference of the session as the browser has it now.</summary>
    public async Task<string> SessionAsync() =>
        (await Window.Context.CookiesAsync()).Single(cookie => cookie.Name == PortalBrowser.SessionCookie).Value;

    public async ValueTask DisposeAsync()
    {
        _admin.Session = await SessionAsync();
        await Window.DisposeAsync();
    }
}
