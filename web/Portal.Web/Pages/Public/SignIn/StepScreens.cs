using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Web.Api;
using Portal.Web.Api.SignIn;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>Chooses what to show of a sign-in that is under way.</summary>
internal sealed class StepScreens(SignInApi signIn, TimeProvider time)
{
    private const string Over = "sign-in-over";

    /// <summary>
    /// Code of the refusal when another tab has gone on: what the sign-in waits for now is shown instead.
    /// </summary>
    private const string Elsewhere = "other-step";

    /// <summary>After a form: on to the next step, or the same page again with what was wrong.</summary>
    public async Task<IResult> AfterAsync(
        SignInAudiencePath path, ApiResult<SignInState> answer, CancellationToken cancellationToken)
    {
        if (answer.Refused)
        {
            var problem = answer.Problem.Code == Elsewhere ? null : answer.Problem;
            return await ShowAsync(path, problem, cancellationToken);
        }

        return answer.Value.Step == SignInStep.Done ? Leave(answer.Value) : TypedResults.Redirect(path.Step);
    }

    /// <summary>The page of the step that the sign-in waits for.</summary>
    public async Task<IResult> ShowAsync(
        SignInAudiencePath path, ApiProblem? problem, CancellationToken cancellationToken)
    {
        if (problem?.Code == Over)
        {
            return BeginAnew(path);
        }

        var agency = await signIn.AgencyAsync(path.Agency, cancellationToken);
        if (agency.Refused)
        {
            return agency.Problem.ToPage();
        }

        var state = await signIn.StateAsync(cancellationToken);
        if (state.Refused)
        {
            return state.Problem.Status < StatusCodes.Status500InternalServerError
                ? BeginAnew(path)
                : state.Problem.ToPage();
        }

        var view = new SignInScreenModel(path, agency.Value, state.Value, time.GetUtcNow()) { Problem = problem };
        return state.Value.Step switch
        {
            SignInStep.ChooseDestination => PageResult.Of<DestinationPage>(new { View = view }, problem),
            SignInStep.Code => PageResult.Of<CodePage>(new { View = view }, problem),
            SignInStep.Google => PageResult.Of<GooglePage>(new { View = view }, problem),
            SignInStep.SecondFactor => await SecondFactorAsync(view, cancellationToken),
            SignInStep.EnrollSecondFactor => await EnrollAsync(view, cancellationToken),
            SignInStep.ChooseClient => PageResult.Of<AccountPage>(new { View = view }, problem),
            _ => Leave(state.Value),
        };
    }

    // Where the question can't be had, the authenticator app remains.
    private async Task<IResult> SecondFactorAsync(SignInScreenModel view, CancellationToken cancellationToken)
    {
        var hasPasskey = view.State.Factors?.Contains("passkey") is true;
        var question = hasPasskey ? (await signIn.AskPasskeyAsync(cancellationToken)).Value : null;
        return PageResult.Of<SecondFactorPage>(new { View = view, Question = question }, view.Problem);
    }

    // Identity keeps what it gave for as long as the sign-in lasts, so that a wrong code or a reload needs no second
    // scan.
    private async Task<IResult> EnrollAsync(SignInScreenModel view, CancellationToken cancellationToken)
    {
        var enrollment = await signIn.EnrollAsync(cancellationToken);
        return enrollment.Refused
            ? enrollment.Problem.ToPage()
            : PageResult.Of<EnrollmentPage>(new { View = view, Enrollment = enrollment.Value }, view.Problem);
    }

    private static RedirectHttpResult Leave(SignInState state) =>
        TypedResults.Redirect(LocalPath.Of(state.Next) ?? "/");

    private static RedirectHttpResult BeginAnew(SignInAudiencePath path) =>
        TypedResults.Redirect(path.Start + "?over=true");
}
