using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.ServiceDefaults.Results;

/// <summary>
/// Completes problem details: a <c>code</c> where the framework itself writes them, and the challenge that a 401 owes.
/// </summary>
internal static class ProblemCodes
{
    public static void Complete(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        context.ProblemDetails.Extensions.TryAdd("code", CodeOf(status));
        // RFC 9110, section 15.5.2.
        if (status == StatusCodes.Status401Unauthorized
            && context.HttpContext.Response.Headers.WWWAuthenticate.Count == 0)
        {
            context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"portal\", error=\"invalid_token\"";
        }
    }

    // "Not Found" becomes not-found: the words of RFC 9110 are as stable as a code can be.
    private static string CodeOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
}
