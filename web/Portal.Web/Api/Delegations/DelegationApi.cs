using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Delegations;

/// <summary>Identity's delegations, by which somebody of the agency acts in a client's account.</summary>
internal sealed class DelegationApi(HttpClient identity)
{
    /// <summary>Steps into a client's account; Identity renews the session's cookie with it.</summary>
    public Task<ApiResult<Delegation>> StartAsync(
        Guid accountId, string mode, string reason, CancellationToken cancellationToken) =>
        identity.AskAsync<Delegation>(
            HttpMethod.Post, "/api/v1/delegations", new { clientId = accountId, mode, reason }, cancellationToken);

    /// <summary>Who stepped into an account, the newest first.</summary>
    public Task<ApiResult<Page<Delegation>>> OfAccountAsync(
        Guid account, string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<Delegation>>(
            Query.Of("/api/v1/delegations", ("client", account), ("cursor", cursor)), cancellationToken);

    /// <summary>One of those that the caller may see.</summary>
    public Task<ApiResult<Delegation>> GetAsync(Guid delegation, CancellationToken cancellationToken) =>
        identity.ReadAsync<Delegation>($"/api/v1/delegations/{delegation}", cancellationToken);

    public Task<ApiResult<Unit>> EndAsync(Guid delegation, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, $"/api/v1/delegations/{delegation}", body: null, cancellationToken);
}
