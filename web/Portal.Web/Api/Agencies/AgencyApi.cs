namespace Portal.Web.Api.Agencies;

/// <summary>Identity's settings and people of the caller's agency.</summary>
internal sealed class AgencyApi(HttpClient identity)
{
    private const string SettingsPath = "/api/v1/agency/settings";
    private const string StaffPath = "/api/v1/agency/staff";

    public async Task<ApiResult<AgencySettings>> SettingsAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SettingsPath);
        return await identity.AskAsync(
            request,
            async response =>
                await response.ContentAsync<AgencySettings>(cancellationToken) with
                {
                    Etag = response.Headers.ETag?.ToString(),
                },
            cancellationToken);
    }

    /// <summary>Sets all of them.</summary>
    /// <param name="change">The settings as Identity reads them.</param>
    /// <param name="etag">The settings as the person saw them; a later change is not overwritten.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public async Task<ApiResult<AgencySettings>> SetAsync(
        SettingsChange change, string? etag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, SettingsPath);
        request.Content = ApiCalls.Content(change);
        if (etag is { Length: > 0 })
        {
            request.Headers.AddFromOutside("If-Match", etag);
        }

        return await identity.AskAsync<AgencySettings>(request, cancellationToken);
    }

    public Task<ApiResult<LoginLink>> LoginLinkAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<LoginLink>("/api/v1/agency/login-link", cancellationToken);

    /// <summary>The agency's people by name, those who may not sign in any more included.</summary>
    public Task<ApiResult<StaffList>> StaffAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<StaffList>(StaffPath, cancellationToken);

    public Task<ApiResult<StaffMember>> AddAsync(
        string name, string email, string role, CancellationToken cancellationToken) =>
        identity.AskAsync<StaffMember>(HttpMethod.Post, StaffPath, new { name, email, role }, cancellationToken);

    /// <summary>Changes a person; what is not in the change stays.</summary>
    public Task<ApiResult<StaffMember>> ChangeAsync(Guid person, object change, CancellationToken cancellationToken) =>
        identity.AskAsync<StaffMember>(HttpMethod.Patch, $"{StaffPath}/{person}", change, cancellationToken);

    /// <summary>Removes the second factor of somebody who lost it; the next sign-in sets up a new one.</summary>
    public Task<ApiResult<Unit>> ResetSecondFactorAsync(Guid person, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(
            HttpMethod.Post, $"{StaffPath}/{person}/second-factor-resets", body: null, cancellationToken);
}
