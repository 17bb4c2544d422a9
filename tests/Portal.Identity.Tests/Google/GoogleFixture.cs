using Portal.Identity.Tests.Support;
using Portal.Testing;

namespace Portal.Identity.Tests.Google;

/// <summary>Identity with a provider standing in for Google.</summary>
public sealed class GoogleFixture(Servers servers) : IAsyncLifetime
{
    public const string Callback = IdentityHost.Issuer + "/sign-in/google/callback";

    internal GoogleMockServer Google { get; private set; } = null!;

    internal SignInFixture World { get; } = new(servers);

    public async ValueTask InitializeAsync()
    {
        Google = await GoogleMockServer.StartAsync(Callback);
        await World.StartAsync(Google.Settings);
    }

    /// <summary>Goes to the provider, signs in there and comes back.</summary>
    internal async Task<BrowserResponse> SignInAsync(
        Browser browser,
        string subject,
        string email,
        bool isVerified = true,
        string agency = "harborlight",
        string? returnTo = null)
    {
        var back = await Google.VisitAsync(await LeaveAsync(browser, agency, returnTo), subject, email, isVerified);
        return await browser.SendAsync(HttpMethod.Get, back.PathAndQuery);
    }

    /// <summary>Where the portal sends the browser.</summary>
    internal static async Task<string> LeaveAsync(
        Browser browser, string agency = "harborlight", string? returnTo = null)
    {
        var query = returnTo is null ? "" : $"&returnTo={Uri.EscapeDataString(returnTo)}";
        return (
            await browser.SendAsync(
                HttpMethod.Get, $"/api/v1/sign-in/google?agency={agency}{query}")).Headers["Location"];
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Google.DisposeAsync();
    }
}
