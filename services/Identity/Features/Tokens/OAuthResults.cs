using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Portal.Identity.Features.Tokens;

/// <summary>Answers of the endpoints of OAuth.</summary>
internal static class OAuthResults
{
    /// <summary>Keeps the answer, whatever it is, out of every cache (RFC 6749, section 5.1).</summary>
    public static void ForbidCaching(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
    }

    /// <summary>A refusal with the status that RFC 6749, section 5.2, gives it.</summary>
    public static JsonHttpResult<OAuthError> Refuse(this HttpContext http, OAuthError error)
    {
        if (!error.IsOfClient)
        {
            return TypedResults.Json(error, statusCode: StatusCodes.Status400BadRequest);
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"portal\", charset=\"UTF-8\"";
        return TypedResults.Json(error, statusCode: StatusCodes.Status401Unauthorized);
    }
}
