using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Identity.Tests.Support;
using Portal.Testing;

namespace Portal.Identity.Tests.Google;

/// <summary>Identity with a provider that answers whatever a test wants.</summary>
public sealed class FakeGoogleFixture(Servers servers) : IAsyncLifetime
{
    internal FakeGoogle Google { get; private set; } = null!;

    internal SignInFixture World { get; } = new(servers);

    public async ValueTask InitializeAsync()
    {
        Google = await FakeGoogle.StartAsync();
        await World.StartAsync(Google.Settings);
    }

    /// <summary>
    /// Goes to the provider and comes back with a code for the token that is made of the nonce; tells where that leads.
    /// </summary>
    internal async Task<string> ReturnAsync(Func<string, string?> token)
    {
        var browser = World.Browser();
        var query = QueryHelpers.ParseQuery(new Uri(await GoogleFixture.LeaveAsync(browser)).Query);
        Google.IdToken = token(query["nonce"].ToString());
        var back = await browser.SendAsync(
            HttpMethod.Get,
            $"/sign-in/google/callback?code=any&state={Uri.EscapeDataString(query["state"].ToString())}");
        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        return back.Headers["Location"];
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Google.DisposeAsync();
    }
}
