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
        return state.Value.Step switch
        {
            SignInStep.ChooseDestination => Page.Of<DestinationPage>(new { View = view }, refusal),
            SignInStep.Code => Page.Of<CodePage>(new { View = view }, refusal),
            SignInStep.Google => Page.Of<GooglePage>(new { View = view }, refusal),
            SignInStep.SecondFactor => await SecondFactorAsync(view, cancellationToken),
            SignInStep.EnrollSecondFactor => await EnrollAsync(view, cancellationToken),
            SignInStep.ChooseClient => Page.Of<AccountPage>(new { View = view }, refusal),
            _ => Leave(state.Value),
        };
    }

    // Where the question can't be had, the authenticator app remains.
    private async Task<IResult> SecondFactorAsync(StepView view, CancellationToken cancellationToken)
    {
        var hasPasskey = view.State.Factors?.Contains("passkey") is true;
        var question = hasPasskey ? (await signIn.AskPasskeyAsync(cancellationToken)).Value : null;
        return Page.Of<SecondFactorPage>(new { View = view, Question = question }, view.Refusal);
    }

    // Identity keeps what it gave for as long as the sign-in lasts, so that a wrong code or a reload needs no second scan.
    private async Task<IResult> EnrollAsync(StepView view, CancellationToken cancellationToken)
    {
        var enrollment = await signIn.EnrollAsync(cancellationToken);
        return enrollment.Refused
            ? enrollment.Refusal.ToPage()
            : Page.Of<EnrollmentPage>(new { View = view, Enrollment = enrollment.Value }, view.Refusal);
    }

    private static RedirectHttpResult Leave(SignInState state) => TypedResults.Redirect(LocalPath.Of(state.Next) ?? "/");

    private static RedirectHttpResult BeginAnew(SignInPlace place) => TypedResults.Redirect(place.Start + "?over=true");
}
