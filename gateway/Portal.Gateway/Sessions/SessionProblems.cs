using System.Globalization;

namespace Portal.Gateway.Sessions;

/// <summary>Problem details of callers that are not let in.</summary>
internal static class SessionProblems
{
    private const int RetryAfterSeconds = 2;

    public static Task UnavailableAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(
            http,
            StatusCodes.Status503ServiceUnavailable,
            "identity-unavailable",
            "Who calls can't be told because the identity service does not answer; try again in a few seconds.");
    }

    public static Task WriteAsync(HttpContext http, int status, string code, string detail) => TypedResults
        .Problem(detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code })
        .ExecuteAsync(http);
}
