using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Services.Policies;

/// <summary>Policy's clients, policies and renewals.</summary>
internal sealed class PolicyClient(HttpClient policies)
{
    private const int MostOfClient = 200;

    /// <summary>Clients with what stands out in their policies.</summary>
    public Task<Answer<Page<ClientOverview>>> OverviewsAsync(OverviewFilter filter, CancellationToken cancellationToken) =>
        policies.ReadAsync<Page<ClientOverview>>(
            Query.Of(
                "/api/v1/client-overviews",
                ("q", filter.Search),
                ("sort", filter.Sort),
                ("renewingBefore", filter.RenewingBefore),
                ("expired", filter.Expired),
                ("cursor", filter.Cursor)),
            cancellationToken);

    /// <summary>A client's policies with limits and terms; the next to end first, cancelled ones last.</summary>
    public async Task<Answer<IReadOnlyList<Policy>>> OfClientAsync(Guid client, CancellationToken cancellationToken)
    {
        var listed = await policies.ReadAsync<Page<ListedPolicy>>(
            Query.Of("/api/v1/policies", ("client", client), ("limit", MostOfClient)), cancellationToken);
        if (listed.Refused)
        {
            return new Answer<IReadOnlyList<Policy>>(listed.Refusal);
        }

        var answers = await Task.WhenAll(listed.Value.Items.Select(policy =>
            policies.ReadAsync<Policy>($"/api/v1/policies/{policy.Id}", cancellationToken)));
        return answers.FirstOrDefault(answer => answer.Refused)?.Refusal is { } refusal
            ? new Answer<IReadOnlyList<Policy>>(refusal)
            : new Answer<IReadOnlyList<Policy>>(
                [.. answers.Select(answer => answer.Value!).OrderBy(policy => policy.IsCancelled).ThenBy(policy => policy.Expiration)]);
    }

    /// <summary>What a renewal would change; nothing is done.</summary>
    public Task<Answer<RenewalPreview>> PreviewAsync(Guid client, RenewalOrder order, CancellationToken cancellationToken) =>
        policies.AskAsync<RenewalPreview>(HttpMethod.Post, $"/api/v1/clients/{client}/renewals?preview=true", order, cancellationToken);

    /// <summary>Renews; the same key renews once, however often it is sent.</summary>
    public async Task<Answer<PromisedDistribution>> RenewAsync(
        Guid client, RenewalOrder order, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/clients/{client}/renewals");
        request.Headers.AddFromOutside("Idempotency-Key", key);
        request.Content = Answers.Content(order);
        return await policies.AskAsync<PromisedDistribution>(request, cancellationToken);
    }

    private sealed record ListedPolicy(Guid Id);
}
