using Portal.Gateway.Sessions;

namespace Portal.Gateway.Security;

/// <summary>Refuses what another site may have made the browser send (cross-site request forgery).</summary>
internal static class SameOriginMiddleware
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) => SameOrigin.IsMissing(http)
        ? SessionProblems.WriteAsync(
            http,
            StatusCodes.Status403Forbidden,
            "cross-site-request",
            "The request does not show that a page of this portal sent it, so its cookie does not count. Send it from the portal's "
            + "own address with Sec-Fetch-Site or Origin as browsers do, or with an access token as 'Authorization: Bearer ...'.")
        : next(http);
}
