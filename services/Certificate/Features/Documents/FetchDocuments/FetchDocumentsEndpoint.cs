using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Documents.FetchDocuments;

/// <summary>
/// Bytes of several certificates in one answer, for the service that mails them; never through the gateway.
/// </summary>
internal static class FetchDocumentsEndpoint
{
    public static void MapFetchDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/internal/v1").RequireScope(Scopes.DocumentsRead).WithTags("Internal")
            .MapPost("/certificate-documents", FetchAsync)
            .WithName("FetchDocuments").WithSummary("PDFs of up to 200 certificates");

    private static async Task<Results<Ok<List<FetchedDocument>>, ProblemHttpResult>> FetchAsync(
        FetchDocumentsRequest request, FetchDocumentsHandler handler, CancellationToken cancellationToken)
    {
        var documents = await handler.HandleAsync(request, cancellationToken);
        return documents.Failed ? documents.Error.ToProblem() : TypedResults.Ok(documents.Value);
    }
}
