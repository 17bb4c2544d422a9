using Microsoft.AspNetCore.Http.Features;

namespace Portal.Web.Security;

/// <summary>
/// Reads the form of a page once, before the page does, so that one that is broken or no form at all is the sender's
/// failure on every page alike.
/// </summary>
internal static class FormReadingMiddleware
{
    /// <summary>
    /// What an I/O error of no device carries: the form ended too early. Those of a disk carry the system's number.
    /// </summary>
    private const int WithoutDevice = unchecked((int)0x80131620);

    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsPost(request.Method) && http.GetEndpoint() is RouteEndpoint)
        {
            if (request is { HasFormContentType: false, ContentType.Length: > 0 })
            {
                throw new BadHttpRequestException("The body is no form.", StatusCodes.Status415UnsupportedMediaType);
            }

            // A page that reads the form itself finds an empty one where nothing was sent.
            http.Features.Set<IFormFeature>(new FormFeature(await request.FormOrNothingAsync(http.RequestAborted)));
        }

        await next(http);
    }

    /// <summary>The form; an empty one where the request has none.</summary>
    /// <exception cref="BadHttpRequestException">The form is broken, or larger than the page takes.</exception>
    public static async Task<IFormCollection> FormOrNothingAsync(
        this HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException
            || (broken is IOException { HResult: WithoutDevice } and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form can't be read.", StatusCodes.Status400BadRequest, broken);
        }
    }
}
