namespace Portal.Web.Services.Delegations;

/// <summary>Identity's delegations, by which somebody of the agency acts in a client's account.</summary>
internal sealed class DelegationClient(HttpClient identity)
{
    public Task<Answer<Nothing>> EndAsync(Guid delegation, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, $"/api/v1/delegations/{delegation}", body: null, cancellationToken);
}
