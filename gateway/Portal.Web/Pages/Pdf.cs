using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;

namespace Portal.Web.Pages;

/// <summary>Answers with a PDF that a page of this portal shows in itself.</summary>
internal static class Pdf
{
    private const string ContentPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";

    /// <summary>The PDF, to be shown, or kept under its name where that is asked for.</summary>
    public static IResult Of(HttpContext http, Answer<ServedFile> file, string fallbackName, bool keep = false)
    {
        if (file.Refused)
        {
            return file.Refusal.ToPage();
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XFrameOptions = "SAMEORIGIN";
        var disposition = new ContentDispositionHeaderValue(keep ? DispositionTypeNames.Attachment : DispositionTypeNames.Inline);
        disposition.SetHttpFileName(file.Value.Name ?? fallbackName);
        headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(file.Value.Content, MediaTypeNames.Application.Pdf);
    }
}
