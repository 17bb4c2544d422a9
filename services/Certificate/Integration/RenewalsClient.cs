using System.Net;

namespace Portal.Certificates.Integration;

/// <summary>Asks Policy whether a distribution that is not open yet was promised.</summary>
internal sealed class RenewalsClient(HttpClient http)
{
    /// <summary>The renewal behind a distribution; null when there was none.</summary>
    /// <exception cref="HttpRequestException">Policy does not answer.</exception>
    public async Task<PromisedRenewal?> FindAsync(Guid distributionId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(
            new Uri($"/internal/v1/renewals/{distributionId}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<PromisedRenewal>(cancellationToken);
    }
}
