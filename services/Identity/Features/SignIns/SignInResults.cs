using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Sessions;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns;

/// <summary>Answers a step, with the cookies that belong to it.</summary>
internal static class SignInResults
{
    public static Results<Ok<SignInStateResponse>, ProblemHttpResult> Of(
        Result<SignInProgress> outcome, HttpContext http)
    {
        if (outcome.Failed)
        {
            return outcome.Error.ToProblem(http);
        }

        SetCookies(outcome.Value, http.Response);
        return TypedResults.Ok(outcome.Value.State);
    }

    /// <summary>The cookie of the session in place of the sign-in's, or that of a sign-in which has begun.</summary>
    public static void SetCookies(SignInProgress progress, HttpResponse response)
    {
        if (progress is { State.Step: SignInStep.Done, Reference: { } session, Device: { } device })
        {
            response.HttpContext.RequestServices.GetRequiredService<SignInMetrics>().SignedIn(response.HttpContext);
            SessionCookie.Set(response, session);
            SignInCookie.Delete(response);
            DeviceCookie.Set(response, device);
        }
        else if (progress.Reference is { } begun)
        {
            SignInCookie.Set(response, begun);
        }
    }
}
