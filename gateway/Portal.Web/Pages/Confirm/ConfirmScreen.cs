using Portal.Web.Services;
using Portal.Web.Services.Passkeys;
using Portal.Web.Services.Sessions;

namespace Portal.Web.Pages.Confirm;

/// <summary>Shows the page that asks for a fresh second factor.</summary>
internal sealed class ConfirmScreen(SessionClient sessions, PasskeyClient passkeys)
{
    /// <param name="form">What waits.</param>
    /// <param name="refusal">What was wrong with the last proof; null before the first.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public async Task<IResult> ShowAsync(ConfirmForm form, Refusal? refusal, CancellationToken cancellationToken)
    {
        var parameters = new { Form = form, Refusal = refusal, Question = await AskAsync(cancellationToken) };
        return refusal is null
            ? Page.Of<ConfirmPage>(parameters, StatusCodes.Status403Forbidden)
            : Page.Of<ConfirmPage>(parameters, refusal);
    }

    // Where the question can't be had, the authenticator app remains.
    private async Task<PasskeyQuestion?> AskAsync(CancellationToken cancellationToken) =>
        (await passkeys.ListAsync(cancellationToken)).Value is { Count: > 0 } ? (await sessions.AskPasskeyAsync(cancellationToken)).Value : null;
}
