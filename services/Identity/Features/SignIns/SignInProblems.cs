using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns;

/// <summary>Problem details with what a sign-in page needs besides.</summary>
internal static class SignInProblems
{
    /// <summary>The failure, with Retry-After (RFC 9110, section 10.2.3) or the tries that are left.</summary>
    public static ProblemHttpResult ToProblem(this Error error, HttpContext http)
    {
        http.RequestServices.GetRequiredService<SignInMetrics>().Refused(error, http);
        if (error is TooMany tooMany)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(tooMany.RetryAfter.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
        }

        var problem = error.ToProblem();
        if (error is CodeWrong wrong)
        {
            problem.ProblemDetails.Extensions["triesLeft"] = wrong.TriesLeft;
        }

        return problem;
    }
}
