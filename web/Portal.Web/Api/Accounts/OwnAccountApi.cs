namespace Portal.Web.Api.Accounts;

/// <summary>What a client decides at Identity of the account that is open.</summary>
internal sealed class OwnAccountApi(HttpClient identity)
{
    private const string ConsentPath = "/api/v1/consent";

    /// <summary>Whether the agency may step into the account.</summary>
    public Task<ApiResult<Consent>> ConsentAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<Consent>(ConsentPath, cancellationToken);

    /// <summary>Lets the agency in, or no longer; whoever is in the account then is out at once.</summary>
    public Task<ApiResult<Consent>> DecideAsync(bool given, CancellationToken cancellationToken) =>
        identity.AskAsync<Consent>(HttpMethod.Put, ConsentPath, new { given }, cancellationToken);
}
