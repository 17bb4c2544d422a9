using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Sessions;
using Portal.Web.Formats;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Profile.Confirm;

/// <summary>Takes a fresh second factor, and goes on with the form that waited for it.</summary>
internal static class ConfirmEndpoint
{
    public const string Path = "/confirm";

    private static ApiProblem Elsewhere { get; } = new()
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "confirmation-leads-elsewhere",
        Detail = "What waits for your confirmation does not lead to a page of this portal. Go back and send it again.",
    };

    public static void MapConfirm(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, PostAsync).RequireScope(Scopes.SessionsWrite).DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        HttpRequest request, SessionApi sessions, ConfirmScreen screen, CancellationToken cancellationToken)
    {
        var form = await ConfirmForm.ReadAsync(request, cancellationToken);
        if (form.To is not { } to)
        {
            return Elsewhere.ToPage();
        }

        // The browser sends the same body to the page that it was typed for (RFC 9110, section 15.4.8).
        return await ProveAsync(form, sessions, cancellationToken) is { } wrong
            ? await screen.ShowAsync(form, wrong, cancellationToken)
            : TypedResults.Redirect(to, permanent: false, preserveMethod: true);
    }

    /// <summary>What is wrong with the proof; null where it holds.</summary>
    private static async Task<ApiProblem?> ProveAsync(
        ConfirmForm form, SessionApi sessions, CancellationToken cancellationToken)
    {
        if (form.Credential is { Length: > 0 } typed)
        {
            return PasskeyText.Read(typed) is { } credential
                ? (await sessions.ProvePasskeyAsync(credential, form.State, cancellationToken)).Problem
                : new ApiProblem
                {
                    Code = PasskeyText.Missing,
                    Detail = "The passkey was not used. Try again, or enter your authenticator code.",
                };
        }

        return CodeText.Read(form.Code) is { } code
            ? (await sessions.ProveSecondFactorAsync(code, cancellationToken)).Problem
            : new ApiProblem { Code = "missing", Detail = "Enter the 6 digits that your authenticator app shows." };
    }
}
