using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Delegations;
using Portal.Web.Visits;

namespace Portal.Web.Pages.StepIn;

/// <summary>Stepping into a client's account; where it can't be done at once, what is missing is asked for.</summary>
internal static class StepInEndpoints
{
    public static void MapStepIn(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/clients/{id:guid}").RequireScope(Scopes.DelegationsWrite).DisableAntiforgery();
        page.MapGet("/step-in", GetAsync);
        page.MapPost("/step-in", PostAsync);
        page.MapPost("/consent-requests", AskConsentAsync);
    }

    private static Task<IResult> GetAsync(Guid id, Visit visit, AccountClient accounts, CancellationToken cancellationToken)
    {
        var form = new StepInForm { Mode = visit.Role == Role.Assistant ? "view" : "manage" };
        return ShowAsync(id, form, refusal: null, accounts, cancellationToken);
    }

    private static async Task<IResult> PostAsync(
        Guid id, [FromForm] StepInForm form, DelegationClient delegations, AccountClient accounts, CancellationToken cancellationToken)
    {
        var started = await delegations.StartAsync(id, form.Mode ?? "view", form.Reason?.Trim() ?? "", cancellationToken);
        return started.Refused
            ? await ShowAsync(id, form, started.Refusal, accounts, cancellationToken)
            : TypedResults.Redirect($"{LocalPath.Of(started.Value.Path) ?? "/"}a/{id}");
    }

    private static async Task<IResult> AskConsentAsync(
        Guid id, [FromForm] string? reason, HttpContext http, AccountClient accounts, Visit visit, CancellationToken cancellationToken)
    {
        var asked = await accounts.AskConsentAsync(id, reason?.Trim() ?? "", cancellationToken);
        if (asked.Refused)
        {
            var form = new StepInForm { Mode = "view", Reason = reason };
            return await ShowAsync(id, form, asked.Refusal, accounts, cancellationToken, askedConsent: true);
        }

        ToastCookie.Leave(http, "The client was asked by mail to let you in again.");
        return TypedResults.Redirect(visit.Url($"/clients/{id}/access"));
    }

    private static async Task<IResult> ShowAsync(
        Guid id, StepInForm form, Refusal? refusal, AccountClient accounts, CancellationToken cancellationToken, bool askedConsent = false)
    {
        var account = await accounts.GetAsync(id, cancellationToken);
        return account.Refused
            ? account.Refusal.ToPage()
            : Page.Of<StepInPage>(
                new { Account = account.Value, Form = form, Refusal = refusal, AskedConsent = askedConsent },
                refusal);
    }
}
