using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Devices;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Sessions;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn;

/// <summary>Answers a step, with the cookies that belong to it.</summary>
internal static class SignInAnswer
{
    public static Results<Ok<SignInStateResponse>, ProblemHttpResult> Of(Result<SignInAdvance> outcome, HttpContext http)
    {
        if (outcome.Failed)
        {
            return outcome.Error.ToProblem(http);
        }

        SetCookies(outcome.Value, http.Response);
        return TypedResults.Ok(outcome.Value.State);
    }

    /// <summary>The cookie of the session in place of the sign-in's, or that of a sign-in which has begun.</summary>
    public static void SetCookies(SignInAdvance advance, HttpResponse response)
    {
        if (advance is { State.Step: SignInStep.Done, Reference: { } session, Device: { } device })
        {
            response.HttpContext.RequestServices.GetRequiredService<SignInMetrics>().SignedIn(response.HttpContext);
            SessionCookie.Set(response, session);
            SignInCookie.Delete(response);
            DeviceCookie.Set(response, device);
        }
        else if (advance.Reference is { } begun)
        {
            SignInCookie.Set(response, begun);
        }
    }
}
