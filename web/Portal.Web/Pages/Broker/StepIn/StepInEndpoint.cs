using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Delegations;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.StepIn;

/// <summary>Stepping into a client's account; where it can't be done at once, what is missing is asked for.</summary>
internal static class StepInEndpoint
{
    public static void MapStepIn(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/clients/{id:guid}").RequireScope(Scopes.DelegationsWrite).DisableAntiforgery();
        page.MapGet("/step-in", GetAsync);
        page.MapPost("/step-in", PostAsync);
        page.MapPost("/consent-requests", AskConsentAsync);
    }

    private static Task<IResult> GetAsync(
        Guid id, PageContext context, AccountApi accounts, CancellationToken cancellationToken)
    {
        var form = new StepInForm { Mode = context.Role == Role.Assistant ? "view" : "manage" };
        return ShowAsync(id, form, problem: null, accounts, cancellationToken);
    }

    private static async Task<IResult> PostAsync(
        Guid id, [FromForm] StepInForm form, DelegationApi delegations, AccountApi accounts,
        CancellationToken cancellationToken)
    {
        var started = await delegations.StartAsync(
            id, form.Mode ?? "view", form.Reason?.Trim() ?? "", cancellationToken);
        return started.Refused
            ? await ShowAsync(id, form, started.Problem, accounts, cancellationToken)
            : TypedResults.Redirect($"{LocalPath.Of(started.Value.Path) ?? "/"}a/{id}");
    }

    private static async Task<IResult> AskConsentAsync(
        Guid id, [FromForm] string? reason, HttpContext http, AccountApi accounts, PageContext context,
        CancellationToken cancellationToken)
    {
        var asked = await accounts.AskConsentAsync(id, reason?.Trim() ?? "", cancellationToken);
        if (asked.Refused)
        {
            var form = new StepInForm { Mode = "view", Reason = reason };
            return await ShowAsync(id, form, asked.Problem, accounts, cancellationToken, askedConsent: true);
        }

        ToastCookie.Leave(http, "The client was asked by mail to let you in again.");
        return TypedResults.Redirect(context.Url($"/clients/{id}/access"));
    }

    private static async Task<IResult> ShowAsync(
        Guid id, StepInForm form, ApiProblem? problem, AccountApi accounts, CancellationToken cancellationToken,
        bool askedConsent = false)
    {
        var account = await accounts.GetAsync(id, cancellationToken);
        return account.Refused
            ? account.Problem.ToPage()
            : PageResult.Of<StepInPage>(
                new { Account = account.Value, Form = form, Problem = problem, AskedConsent = askedConsent },
                problem);
    }
}
