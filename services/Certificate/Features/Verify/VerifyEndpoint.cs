using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Portal.Certificates.Domain;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;

namespace Portal.Certificates.Features.Verify;

/// <summary>
/// The public answer to the link and QR code on a certificate: what is true now, and nothing that a stranger could
/// harvest. HTML to a browser, JSON to whoever asks for it.
/// </summary>
internal static class VerifyEndpoint
{
    public static void MapVerify(this IEndpointRouteBuilder api) =>
        api.MapGet("/verify/{code}", VerifyAsync).AllowAnonymous().WithTags("Verification")
            .WithName("VerifyCertificate").WithSummary("Whether a certificate is current, superseded or expired")
            .Produces<Verification>().Produces<string>(StatusCodes.Status200OK, "text/html");

    private static async Task<Results<Ok<Verification>, ContentHttpResult, ProblemHttpResult>> VerifyAsync(
        string code, HttpContext http, CertificateDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var certificate = VerificationCode.Read(code) is not { } wanted
            ? null
            : await db.Certificates.AsNoTracking().IgnoreQueryFilters()
                .FirstOrDefaultAsync(certificate => certificate.VerificationCode == wanted, cancellationToken);
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var today = now.UtcDay();
        var verification = certificate is null
            ? null
            : new Verification(
                certificate.StatusOn(today),
                certificate.StandsSince(today),
                certificate.Number,
                certificate.Revision,
                certificate.InsuredName,
                now);
        if (WantsHtml(http.Request))
        {
            http.Response.Headers.ContentSecurityPolicy = VerificationPage.ContentSecurityPolicy;
            return VerificationPage.For(verification);
        }

        return verification is null ? new VerificationCodeNotFound().ToProblem() : TypedResults.Ok(verification);
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
