using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Policies;

/// <summary>Policy's clients, policies and renewals.</summary>
internal sealed class PolicyApi(HttpClient policies)
{
    private const int MostOfClient = 200;

    /// <summary>Clients with what stands out in their policies.</summary>
    public Task<ApiResult<Page<ClientOverview>>> OverviewsAsync(
        OverviewFilter filter, CancellationToken cancellationToken) =>
        policies.ReadAsync<Page<ClientOverview>>(
            Query.Of(
                "/api/v1/client-overviews",
                ("q", filter.Search),
                ("sort", filter.Sort),
                ("renewingBefore", filter.RenewingBefore),
                ("expired", filter.Expired),
                ("cursor", filter.Cursor)),
            cancellationToken);

    /// <summary>
    /// A client's policies with limits and terms, in one call; the next to end first, cancelled ones last.
    /// </summary>
    public async Task<ApiResult<IReadOnlyList<Policy>>> OfClientAsync(Guid client, CancellationToken cancellationToken)
    {
        var listed = await policies.ReadAsync<Page<Policy>>(
            Query.Of("/api/v1/policies", ("client", client), ("limit", MostOfClient)), cancellationToken);
        return listed.Refused
            ? new ApiResult<IReadOnlyList<Policy>>(listed.Problem)
            : new ApiResult<IReadOnlyList<Policy>>(
                [.. listed.Value.Items.OrderBy(policy => policy.IsCancelled).ThenBy(policy => policy.Expiration)]);
    }

    /// <summary>What a renewal would change; nothing is done.</summary>
    public Task<ApiResult<RenewalPreview>> PreviewAsync(
        Guid client, RenewalOrder order, CancellationToken cancellationToken) =>
        policies.AskAsync<RenewalPreview>(
            HttpMethod.Post, $"/api/v1/clients/{client}/renewals?preview=true", order, cancellationToken);

    /// <summary>Renews; the same key renews once, however often it is sent.</summary>
    public async Task<ApiResult<PromisedDistribution>> RenewAsync(
        Guid client, RenewalOrder order, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/clients/{client}/renewals");
        request.Headers.AddFromOutside("Idempotency-Key", key);
        request.Content = ApiCalls.Content(order);
        return await policies.AskAsync<PromisedDistribution>(request, cancellationToken);
    }
}
