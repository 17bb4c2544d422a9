using System.Net;
using Portal.Identity.Features.Delegations;

namespace Portal.Identity.Tests.Support;

/// <summary>
/// A browser that is signed in, with the gateway's part: its cookie is turned into a token for each request.
/// </summary>
internal sealed class SignedInBrowser(SignedIn fixture, Guid sessionId, string reference)
{
    private const string Cookie = "__Host-portal";

    public Guid SessionId => sessionId;

    /// <summary>What the cookie holds; empty after signing out.</summary>
    public string Reference { get; private set; } = reference;

    /// <summary>Value of the last Set-Cookie header; null when the last answer had none.</summary>
    public string? SetCookie { get; private set; }

    public Task<HttpResponseMessage> ExchangeAsync(string? other = null) => fixture.ExchangeAsync(
        ("subject_token", other ?? Reference), ("subject_token_type", "urn:portal:params:oauth:token-type:session"));

    public Task<HttpResponseMessage> ExchangeDelegationAsync(object delegation) => fixture.ExchangeAsync(
        ("subject_token", delegation.ToString()!),
        ("subject_token_type", "urn:portal:params:oauth:token-type:delegation"),
        ("actor_token", Reference),
        ("actor_token_type", "urn:portal:params:oauth:token-type:session"));

    public async Task<string> TokenAsync() => await Outcome.TokenAsync(await ExchangeAsync());

    public async Task<string> DelegatedTokenAsync(object delegation) =>
        await Outcome.TokenAsync(await ExchangeDelegationAsync(delegation));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        await SendAsync(await TokenAsync(), method, path, body);

    /// <summary>Sends with a token that was got before, as a tab does whose request was under way.</summary>
    public async Task<HttpResponseMessage> SendAsync(string token, HttpMethod method, string path, object? body = null)
    {
        var response = await fixture.Host.SendAsync(method, path, token, body);
        SetCookie = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null;
        if (SetCookie is not null)
        {
            Reference = SetCookie[(Cookie.Length + 1)..SetCookie.IndexOf(';', StringComparison.Ordinal)];
        }

        return response;
    }

    public async Task<T> ReadAsync<T>(string path) => await fixture.Host.ReadAsync<T>(path, await TokenAsync());

    /// <summary>Steps in, and answers what came back.</summary>
    public async Task<DelegationResponse> StepInAsync(Guid account, string mode = "view", int? minutes = null)
    {
        using var response = await SendAsync(
            HttpMethod.Post, "/api/v1/delegations", new
            {
                clientId = account,
                mode,
                reason = "Asked by phone",
                minutes,
            });
        return await response.ReadAsync<DelegationResponse>(HttpStatusCode.Created);
    }
}
