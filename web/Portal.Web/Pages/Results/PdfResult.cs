using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Portal.Web.Api;

namespace Portal.Web.Pages.Results;

/// <summary>Answers with a PDF that a page of this portal shows in itself.</summary>
internal static class PdfResult
{
    private const string ContentPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";
    private const string ProblemPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>The PDF, to be shown, or kept under its name where that is asked for.</summary>
    public static IResult Of(HttpContext http, ApiResult<ServedFile> file, string fallbackName, bool keep = false)
    {
        if (file.Refused)
        {
            return Refused(http, file.Problem, keep);
        }

        AllowFrame(http.Response, ContentPolicy);
        var disposition = new ContentDispositionHeaderValue(
            keep ? DispositionTypeNames.Attachment : DispositionTypeNames.Inline);
        disposition.SetHttpFileName(file.Value.Name ?? fallbackName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(file.Value.Content, MediaTypeNames.Application.Pdf);
    }

    /// <summary>
    /// Why there is no PDF, said in the frame that waits for it, where any other page would be blank.
    /// </summary>
    public static IResult Refused(HttpContext http, ApiProblem problem, bool keep = false)
    {
        if (keep)
        {
            return problem.ToPage();
        }

        AllowFrame(http.Response, ProblemPolicy);
        return PageResult.Of<NoPdfPage>(new { problem.Detail }, problem);
    }

    private static void AllowFrame(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }
}
