using System.Text.Json;

namespace Portal.Notification.Integration;

/// <summary>The Certificate service, which keeps the PDFs.</summary>
internal sealed class CertificateClient(HttpClient http)
{
    private static readonly Uri Documents = new("/internal/v1/certificate-documents", UriKind.Relative);

    /// <summary>The PDFs of a batch by the certificate's id, in one call.</summary>
    /// <exception cref="HttpRequestException">The service does not answer, or not with documents.</exception>
    public async Task<Dictionary<Guid, CertificateDocument>> GetDocumentsAsync(
        IReadOnlyList<Guid> certificates, CancellationToken cancellationToken)
    {
        if (certificates.Count == 0)
        {
            return [];
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Documents)
            {
                Content = JsonContent.Create(new CertificateDocumentsRequest(certificates)),
            };
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            var documents = await response.Content.ReadFromJsonAsync<CertificateDocument[]>(cancellationToken);
            return (documents ?? []).ToDictionary(document => document.Id);
        }
        catch (Exception broken) when (broken is JsonException or IOException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException("The Certificate service did not answer with documents.", broken);
        }
    }
}
