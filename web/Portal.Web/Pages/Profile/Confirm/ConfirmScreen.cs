using Portal.Web.Api;
using Portal.Web.Api.Passkeys;
using Portal.Web.Api.Sessions;
using Portal.Web.Pages.Results;
using Portal.Web.Security;

namespace Portal.Web.Pages.Profile.Confirm;

/// <summary>Shows the page that asks for a fresh second factor.</summary>
internal sealed class ConfirmScreen(SessionApi sessions, PasskeyApi passkeys) : ISecondFactorPrompt
{
    public Task<IResult> AskAsync(string returnTo, KeptForm kept, CancellationToken cancellationToken) =>
        ShowAsync(new ConfirmForm { To = returnTo, Kept = kept }, problem: null, cancellationToken);

    /// <param name="form">What waits.</param>
    /// <param name="problem">What was wrong with the last proof; null before the first.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public async Task<IResult> ShowAsync(ConfirmForm form, ApiProblem? problem, CancellationToken cancellationToken)
    {
        var parameters = new { Form = form, Problem = problem, Question = await QuestionAsync(cancellationToken) };
        return problem is null
            ? PageResult.Of<ConfirmPage>(parameters, StatusCodes.Status403Forbidden)
            : PageResult.Of<ConfirmPage>(parameters, problem);
    }

    // Where the question can't be had, the authenticator app remains.
    private async Task<PasskeyQuestion?> QuestionAsync(CancellationToken cancellationToken) =>
        (await passkeys.ListAsync(cancellationToken)).Value is { Count: > 0 }
            ? (await sessions.AskPasskeyAsync(cancellationToken)).Value
            : null;
}
