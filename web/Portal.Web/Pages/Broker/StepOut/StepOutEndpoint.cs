using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Delegations;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.StepOut;

/// <summary>Leaves a client's account: the delegation ends in every tab.</summary>
internal static class StepOutEndpoint
{
    public static void MapStepOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/delegations/{id:guid}/exit", PostAsync).RequireScope(Scopes.DelegationsEnd)
            .DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        Guid id, HttpContext http, DelegationApi delegations, CancellationToken cancellationToken)
    {
        var ended = await delegations.EndAsync(id, cancellationToken);
        if (ended.Refused && ended.Problem.Status >= StatusCodes.Status500InternalServerError)
        {
            return ended.Problem.ToPage();
        }

        ToastCookie.Leave(http, "You have left the client's account.");
        return TypedResults.Redirect("/clients");
    }
}
