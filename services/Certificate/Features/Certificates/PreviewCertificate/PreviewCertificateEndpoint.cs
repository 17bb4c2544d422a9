using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Auditing;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Certificates.PreviewCertificate;

/// <summary>How a certificate would look after a renewal, before it is done.</summary>
internal static class PreviewCertificateEndpoint
{
    public static void MapPreviewCertificate(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").RequireScope(Scopes.PoliciesWrite).WithTags("Renewals")
            .MapPost("/certificate-previews", PreviewAsync)
            .ConcernsNoClient("A preview changes nothing.")
            .WithName("PreviewCertificate")
            .WithSummary("A certificate as it would look, marked as a preview; nothing is issued")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PreviewAsync(
        CertificatePreviewRequest request, PreviewCertificateHandler handler, CancellationToken cancellationToken)
    {
        var document = await handler.HandleAsync(request, cancellationToken);
        return document.Failed ? document.Error.ToProblem() : TypedResults.File(document.Value, "application/pdf");
    }
}
