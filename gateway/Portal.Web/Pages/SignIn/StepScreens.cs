using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.SignIn;
using Portal.Web.Visits;

namespace Portal.Web.Pages.SignIn;

/// <summary>Chooses what to show of a sign-in that is under way.</summary>
internal sealed class StepScreens(SignInClient signIn, TimeProvider time)
{
    private const string Over = "sign-in-over";

    /// <summary>Code of the refusal when another tab has gone on: what the sign-in waits for now is shown instead.</summary>
    private const string Elsewhere = "other-step";

    /// <summary>After a form: on to the next step, or the same page again with what was wrong.</summary>
    public async Task<IResult> AfterAsync(SignInPlace place, Answer<SignInState> answer, CancellationToken cancellationToken)
    {
        if (answer.Refused)
        {
            var refusal = answer.Refusal.Code == Elsewhere ? null : answer.Refusal;
            return await ShowAsync(place, refusal, cancellationToken);
        }

        return answer.Value.Step == SignInStep.Done ? Leave(answer.Value) : TypedResults.Redirect(place.Step);
    }

    /// <summary>The page of the step that the sign-in waits for.</summary>
    public async Task<IResult> ShowAsync(SignInPlace place, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (refusal?.Code == Over)
        {
            return BeginAnew(place);
        }

        var agency = await signIn.AgencyAsync(place.Agency, cancellationToken);
        if (agency.Refused)
        {
            return agency.Refusal.ToPage();
        }

        var state = await signIn.StateAsync(cancellationToken);
        if (state.Refused)
        {
            return state.Refusal.Status < StatusCodes.Status500InternalServerError ? BeginAnew(place) : state.Refusal.ToPage();
        }

        var view = new StepView(place, agency.Value, state.Value, time.GetUtcNow()) { Refusal = refusal };
        var status = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return state.Value.Step switch
        {
            SignInStep.ChooseDestination => Page.Of<DestinationPage>(new { View = view }, status),
            SignInStep.Code => Page.Of<CodePage>(new { View = view }, status),
            SignInStep.Google => Page.Of<GooglePage>(new { View = view }, status),
            SignInStep.SecondFactor => await SecondFactorAsync(view, status, cancellationToken),
            SignInStep.EnrollSecondFactor => await EnrollAsync(view, status, cancellationToken),
            SignInStep.ChooseAccount => Page.Of<AccountPage>(new { View = view }, status),
            _ => Leave(state.Value),
        };
    }

    // Where the question can't be had, the authenticator app remains.
    private async Task<IResult> SecondFactorAsync(StepView view, int status, CancellationToken cancellationToken)
    {
        var hasPasskey = view.State.Factors?.Contains("passkey") is true;
        var question = hasPasskey ? (await signIn.AskPasskeyAsync(cancellationToken)).Value : null;
        return Page.Of<SecondFactorPage>(new { View = view, Question = question }, status);
    }

    // Identity keeps what it gave for as long as the sign-in lasts, so that a wrong code or a reload needs no second scan.
    private async Task<IResult> EnrollAsync(StepView view, int status, CancellationToken cancellationToken)
    {
        var enrollment = await signIn.EnrollAsync(cancellationToken);
        return enrollment.Refused
            ? enrollment.Refusal.ToPage()
            : Page.Of<EnrollmentPage>(new { View = view, Enrollment = enrollment.Value }, status);
    }

    private static RedirectHttpResult Leave(SignInState state) => TypedResults.Redirect(LocalPath.Of(state.Next) ?? "/");

    private static RedirectHttpResult BeginAnew(SignInPlace place) => TypedResults.Redirect(place.Start + "?over=true");
}
