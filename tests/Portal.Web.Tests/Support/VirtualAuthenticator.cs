using System.Text.Json;
using Microsoft.Playwright;
using Portal.Testing.Browsing;

namespace Portal.Web.Tests.Support;

/// <summary>
/// Chromium's own authenticator for tests: makes and uses passkeys as a device with a fingerprint would.
/// </summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession session, string id) => (_session, _id) = (session, id);

    public static async Task<VirtualAuthenticator> InAsync(Window window)
    {
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualAuthenticator(
            session, added!.Value.Deserialize<Added>(JsonSerializerOptions.Web)!.AuthenticatorId);
    }

    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync() =>
        (await _session.SendAsync("WebAuthn.getCredentials", Named()))!.Value
            .Deserialize<Held>(JsonSerializerOptions.Web)!.Credentials.Count;

    /// <summary>Forgets its passkeys, as a lost device would.</summary>
    public Task<JsonElement?> ForgetAsync() => _session.SendAsync("WebAuthn.clearCredentials", Named());

    private Dictionary<string, object> Named() => new() { ["authenticatorId"] = _id };

    private sealed record Added(string AuthenticatorId);

    private sealed record Held(IReadOnlyList<object> Credentials);
}
