using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Verification.VerifyCertificate;

/// <summary>
/// The public answer to the link and QR code on a certificate: what is true now, and nothing that a stranger could
/// harvest. HTML to a browser, JSON where it is asked for.
/// </summary>
internal static class VerifyCertificateEndpoint
{
    public static void MapVerifyCertificate(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/verify").AllowAnonymous().WithTags("Verification")
            .MapGet("/{code}", VerifyAsync)
            .WithName("VerifyCertificate").WithSummary("Whether a certificate is current, superseded or expired")
            .Produces<Verification>().Produces<string>(StatusCodes.Status200OK, "text/html");

    private static async Task<Results<Ok<Verification>, ContentHttpResult, ProblemHttpResult>> VerifyAsync(
        string code, HttpContext http, VerifyCertificateHandler handler, CancellationToken cancellationToken)
    {
        var verification = await handler.HandleAsync(code, cancellationToken);
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (WantsHtml(http.Request))
        {
            http.Response.Headers.ContentSecurityPolicy = VerificationPage.ContentSecurityPolicy;
            return VerificationPage.For(verification.Value);
        }

        return verification.Failed ? verification.Error.ToProblem() : TypedResults.Ok(verification.Value);
    }

    private static bool WantsHtml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1);
        foreach (var type in accepted)
        {
            if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
