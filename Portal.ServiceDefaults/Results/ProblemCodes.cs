using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.ServiceDefaults.Results;

/// <summary>Gives a <c>code</c> to problem details that the framework itself writes.</summary>
internal static class ProblemCodes
{
    public static void Complete(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        context.ProblemDetails.Extensions.TryAdd("code", CodeOf(status));
    }

    // "Not Found" becomes not-found: the words of RFC 9110 are as stable as a code can be.
    private static string CodeOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
}
