using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Paging;
using Portal.Web.Api.Passkeys;

namespace Portal.Web.Api.Sessions;

/// <summary>Identity's sessions of the person who looks at the page.</summary>
internal sealed class SessionApi(HttpClient identity)
{
    private const string PasskeyPath = "/api/v1/session/passkey";

    /// <summary>Who is signed in; below /as/ the client that somebody acts for, and who acts.</summary>
    public Task<ApiResult<Session>> GetAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<Session>("/api/v1/session", cancellationToken);

    /// <summary>Opens another account of the same person.</summary>
    public Task<ApiResult<Unit>> SwitchAsync(Guid accountId, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(
            HttpMethod.Post, "/api/v1/session/client", new { clientId = accountId }, cancellationToken);

    /// <summary>Proves the second factor anew by the authenticator app, for what wants it fresh.</summary>
    public Task<ApiResult<Unit>> ProveSecondFactorAsync(string code, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Post, "/api/v1/session/second-factor", new { code }, cancellationToken);

    /// <summary>What the browser is to be asked for a passkey; each question is answered once.</summary>
    public Task<ApiResult<PasskeyQuestion>> AskPasskeyAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<PasskeyQuestion>(HttpMethod.Post, PasskeyPath + "/options", body: null, cancellationToken);

    /// <summary>Proves the second factor anew by what the browser answered.</summary>
    public Task<ApiResult<Unit>> ProvePasskeyAsync(
        JsonObject credential, string? state, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Post, PasskeyPath, new { credential, state }, cancellationToken);

    /// <summary>Ends the session, and with it whatever was opened from it.</summary>
    public Task<ApiResult<Unit>> EndAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, "/api/v1/session", body: null, cancellationToken);

    /// <summary>Where the person is signed in, the newest first.</summary>
    public Task<ApiResult<Page<OpenSession>>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<OpenSession>>(Query.Of("/api/v1/sessions", ("cursor", cursor)), cancellationToken);

    /// <summary>Ends one of the person's sessions.</summary>
    public Task<ApiResult<Unit>> EndAsync(Guid session, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, $"/api/v1/sessions/{session}", body: null, cancellationToken);

    /// <summary>Ends all of the person's sessions, this one too.</summary>
    public Task<ApiResult<Unit>> EndAllAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, "/api/v1/sessions", body: null, cancellationToken);
}
