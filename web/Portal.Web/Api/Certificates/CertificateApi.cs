using Portal.ServiceDefaults.Paging;
using Portal.Web.Api.Policies;

namespace Portal.Web.Api.Certificates;

/// <summary>Certificate's holders, certificates and distributions.</summary>
internal sealed class CertificateApi(HttpClient certificates)
{
    private const int RecipientsOnPage = 12;

    /// <summary>The newest distribution of each of these clients that has one.</summary>
    public Task<ApiResult<Page<Distribution>>> LatestAsync(
        IReadOnlyCollection<Guid> clients, CancellationToken cancellationToken) =>
        certificates.ReadAsync<Page<Distribution>>(
            Query.Of(
                "/api/v1/distributions",
                [("latest", true), ("limit", clients.Count), .. clients.Select(client => ("client", (object?)client))]),
            cancellationToken);

    public Task<ApiResult<Distribution>> DistributionAsync(Guid id, CancellationToken cancellationToken) =>
        certificates.ReadAsync<Distribution>($"/api/v1/distributions/{id}", cancellationToken);

    public Task<ApiResult<Page<Holder>>> HoldersAsync(
        Guid client, string? search, bool? receivesRenewals, string? cursor, CancellationToken cancellationToken) =>
        certificates.ReadAsync<Page<Holder>>(
            Query.Of(
                "/api/v1/holders",
                ("client", client),
                ("q", search),
                ("receivesRenewals", receivesRenewals),
                ("cursor", cursor)),
            cancellationToken);

    public Task<ApiResult<Page<Certificate>>> CertificatesAsync(
        Guid client, string? search, string? delivery, string? cursor, CancellationToken cancellationToken) =>
        certificates.ReadAsync<Page<Certificate>>(
            Query.Of(
                "/api/v1/certificates", ("client", client), ("q", search), ("delivery", delivery), ("cursor", cursor)),
            cancellationToken);

    public Task<ApiResult<Certificate>> CertificateAsync(Guid id, CancellationToken cancellationToken) =>
        certificates.ReadAsync<Certificate>($"/api/v1/certificates/{id}", cancellationToken);

    /// <summary>The certificate's PDF.</summary>
    public async Task<ApiResult<ServedFile>> DocumentAsync(Guid id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/certificates/{id}/document");
        return await certificates.FetchAsync(request, cancellationToken);
    }

    /// <summary>
    /// Holders that would, or would not, get a certificate when these policies renew; a few at a time.
    /// </summary>
    public Task<ApiResult<RecipientPage>> RecipientsAsync(
        Guid client, IEnumerable<Guid> policies, bool receives, string? cursor, CancellationToken cancellationToken) =>
        certificates.ReadAsync<RecipientPage>(
            Query.Of(
                "/api/v1/renewal-recipients",
                [
                    ("client", client), .. policies.Select(policy => ("policy", (object?)policy)),
                    ("receives", receives), ("limit", RecipientsOnPage), ("cursor", cursor),
                ]),
            cancellationToken);

    /// <summary>A holder's certificate as a renewal would make it, as PDF; nothing is issued.</summary>
    public async Task<ApiResult<ServedFile>> PreviewAsync(
        Guid shareId, RenewalPreview renewal, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/certificate-previews");
        request.Content = ApiCalls.Content(new { shareId, renewal.Insured, renewal.Policies });
        return await certificates.FetchAsync(request, cancellationToken);
    }
}
