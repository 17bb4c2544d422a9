using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.FetchDocuments;

/// <summary>Bytes of several certificates in one answer, for the service that mails them; never through the gateway.</summary>
internal static class FetchDocumentsEndpoint
{
    private const int MostAtOnce = 200;

    public static void MapFetchDocuments(this IEndpointRouteBuilder api) =>
        api.MapGroup("/internal/v1").RequireScope(Scopes.DocumentsRead).WithTags("Internal")
            .MapPost("/certificate-documents", FetchAsync)
            .WithName("FetchDocuments").WithSummary("PDFs of up to 200 certificates");

    private static async Task<Results<Ok<List<FetchedDocument>>, ProblemHttpResult>> FetchAsync(
        FetchDocumentsRequest request, CertificateDb db, IDocumentStore documents, CancellationToken cancellationToken)
    {
        if (request.Ids.Count > MostAtOnce)
        {
            return new TooManyDocuments { Field = "ids" }.ToProblem();
        }

        var ids = request.Ids.Select(id => new CertificateId(id)).ToList();
        var names = await db.Certificates.AsNoTracking().IgnoreQueryFilters()
            .Where(certificate => ids.Contains(certificate.Id))
            .Select(certificate => new { certificate.Id, certificate.Number, certificate.Revision })
            .ToDictionaryAsync(
                certificate => certificate.Id,
                certificate => DocumentNames.For(certificate.Number, certificate.Revision),
                cancellationToken);
        var found = await documents.FindAsync([.. names.Keys], cancellationToken);
        return TypedResults.Ok(found
            .Select(document => new FetchedDocument(document.CertificateId.Value, names[document.CertificateId], document.Content))
            .ToList());
    }
}
