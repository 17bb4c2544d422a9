using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Turns away, before any route reads it, what nothing behind could read or keep: the character U+0000 in the address, for
/// which text in PostgreSQL has no place, and a body whose character set is unknown here.
/// </summary>
internal static class LegibleRequest
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
        {
            return RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "nul-in-address",
                "The query holds the character U+0000 (%00), which no text here has; take it out.");
        }

        return IsReadable(http.Request)
            ? next(http)
            : RefuseAsync(
                http, StatusCodes.Status415UnsupportedMediaType, "charset-unsupported", "The body's charset is not known here; send UTF-8.");
    }

    private static bool IsReadable(HttpRequest request)
    {
        if (request.ContentType is null || request.GetTypedHeaders().ContentType is not { Charset.Length: > 0 } type)
        {
            return true;
        }

        try
        {
            // Quoted it means the same (RFC 9110, section 8.3.2), which the framework does not know.
            type.Charset = Encoding.GetEncoding(type.Charset.ToString().Trim('"')).WebName;
            request.ContentType = type.ToString();
            return true;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string detail) => TypedResults
        .Problem(detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code })
        .ExecuteAsync(http);
}
