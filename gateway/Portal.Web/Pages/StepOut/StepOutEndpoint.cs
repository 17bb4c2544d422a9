using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Errors;
using Portal.Web.Services.Delegations;

namespace Portal.Web.Pages.StepOut;

/// <summary>Leaves a client's account: the delegation ends in every tab.</summary>
internal static class StepOutEndpoint
{
    public static void MapStepOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/delegations/{id:guid}/exit", PostAsync).RequireScope(Scopes.DelegationsEnd).DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        Guid id, HttpContext http, DelegationClient delegations, CancellationToken cancellationToken)
    {
        var ended = await delegations.EndAsync(id, cancellationToken);
        if (ended.Refused && ended.Refusal.Status >= StatusCodes.Status500InternalServerError)
        {
            return ended.Refusal.ToPage();
        }

        ToastCookie.Leave(http, "You have left the client's account.");
        return TypedResults.Redirect("/clients");
    }
}
