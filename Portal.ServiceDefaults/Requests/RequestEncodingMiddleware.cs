using System.Text;
using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Turns away, before any route reads it, what nothing behind could read or keep: the character U+0000 in the address,
/// for which text in PostgreSQL has no place, and a body whose character set is unknown here.
/// </summary>
internal static class RequestEncodingMiddleware
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
        {
            return new NulInAddress().WriteAsync(http);
        }

        return IsReadable(http.Request)
            ? next(http)
            : new CharsetUnsupported().WriteAsync(http);
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
}
