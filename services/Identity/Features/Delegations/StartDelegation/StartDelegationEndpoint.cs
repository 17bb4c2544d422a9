using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Sessions;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.StartDelegation;

/// <summary>Stepping into a client's account.</summary>
internal static class StartDelegationEndpoint
{
    public static void MapStartDelegation(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/delegations", StartAsync)
        .NamePower(Powers.StepIn)
        .WithName("StartDelegation")
        .WithSummary(
            "Steps into a client's account for at most an hour; any number in parallel. The session's cookie is set "
            + "anew.")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<DelegationResponse>, ProblemHttpResult>> StartAsync(
        HttpContext http, StartDelegationRequest request, StartDelegationHandler handler,
        CancellationToken cancellationToken)
    {
        var (order, problems) = DelegationOrder.Read(request);
        if (order is null)
        {
            return problems.ToProblem();
        }

        var started = await handler.HandleAsync(http, order, cancellationToken);
        if (started.Failed)
        {
            return started.Error.ToProblem();
        }

        if (started.Value.Reference is { } reference)
        {
            SessionCookie.Set(http.Response, reference);
        }

        var response = started.Value.Delegation;
        return TypedResults.Created($"/api/v1/delegations/{response.Id}", response);
    }
}
