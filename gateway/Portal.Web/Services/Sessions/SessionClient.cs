using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Services.Sessions;

/// <summary>Identity's sessions of the person who looks at the page.</summary>
internal sealed class SessionClient(HttpClient identity)
{
    /// <summary>Who is signed in; below /as/ the client that somebody acts for, and who acts.</summary>
    public Task<Answer<Session>> GetAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<Session>("/api/v1/session", cancellationToken);

    /// <summary>Opens another account of the same person.</summary>
    public Task<Answer<Nothing>> SwitchAsync(Guid accountId, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Post, "/api/v1/session/account", new { accountId }, cancellationToken);

    /// <summary>Proves the second factor anew, which stepping into an account wants fresh.</summary>
    public Task<Answer<Nothing>> ProveSecondFactorAsync(string code, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Post, "/api/v1/session/second-factor", new { code }, cancellationToken);

    /// <summary>Ends the session, and with it whatever was opened from it.</summary>
    public Task<Answer<Nothing>> EndAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, "/api/v1/session", body: null, cancellationToken);

    /// <summary>Where the person is signed in, the newest first.</summary>
    public Task<Answer<Page<OpenSession>>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<OpenSession>>(Query.Of("/api/v1/sessions", ("cursor", cursor)), cancellationToken);

    /// <summary>Ends one of the person's sessions.</summary>
    public Task<Answer<Nothing>> EndAsync(Guid session, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, $"/api/v1/sessions/{session}", body: null, cancellationToken);

    /// <summary>Ends all of the person's sessions, this one too.</summary>
    public Task<Answer<Nothing>> EndAllAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, "/api/v1/sessions", body: null, cancellationToken);
}
