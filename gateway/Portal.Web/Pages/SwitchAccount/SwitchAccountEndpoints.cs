using Microsoft.AspNetCore.Mvc;
using Portal.Web.Services;
using Portal.Web.Services.Sessions;
using Portal.Web.Visits;

namespace Portal.Web.Pages.SwitchAccount;

/// <summary>Opening another account of the same person without signing in again.</summary>
internal static class SwitchAccountEndpoints
{
    public static void MapSwitchAccount(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/accounts").RequireAuthorization(policy => policy.RequireAuthenticatedUser()).DisableAntiforgery();
        page.MapGet("", (Visit visit) => Show(visit, refusal: null));
        page.MapPost("", PostAsync);
    }

    private static async Task<IResult> PostAsync(
        [FromForm] Guid accountId, Visit visit, SessionClient sessions, CancellationToken cancellationToken)
    {
        var switched = await sessions.SwitchAsync(accountId, cancellationToken);
        return switched.Refused ? Show(visit, switched.Refusal) : TypedResults.Redirect($"/a/{accountId}");
    }

    private static IResult Show(Visit visit, Refusal? refusal) => Page.Of<SwitchAccountPage>(
        new { Accounts = visit.Session?.Clients ?? [], Open = visit.Account, Refusal = refusal },
        refusal);
}
