using Microsoft.AspNetCore.Mvc;
using Portal.Web.Api;
using Portal.Web.Api.Sessions;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Profile.SwitchAccount;

/// <summary>Opening another account of the same person without signing in again.</summary>
internal static class SwitchAccountEndpoint
{
    public static void MapSwitchAccount(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/accounts").RequireAuthorization(policy => policy.RequireAuthenticatedUser())
            .DisableAntiforgery();
        page.MapGet("", (PageContext context) => Show(context, problem: null));
        page.MapPost("", PostAsync);
    }

    private static async Task<IResult> PostAsync(
        [FromForm] Guid accountId, PageContext context, SessionApi sessions, CancellationToken cancellationToken)
    {
        var switched = await sessions.SwitchAsync(accountId, cancellationToken);
        return switched.Refused ? Show(context, switched.Problem) : TypedResults.Redirect($"/a/{accountId}");
    }

    private static IResult Show(PageContext context, ApiProblem? problem) => PageResult.Of<SwitchAccountPage>(
        new { Accounts = context.Session?.Clients ?? [], Open = context.Account, Problem = problem },
        problem);
}
