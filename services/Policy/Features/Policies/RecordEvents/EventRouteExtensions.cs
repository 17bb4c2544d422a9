using Portal.Auditing;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>What the routes that record an event of a policy have in common.</summary>
internal static class EventRouteExtensions
{
    public static RouteHandlerBuilder RecordsEvent(this RouteHandlerBuilder route, string name, string summary) => route
        .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName(name).WithSummary(summary)
        .ConcernsClientNamedByHandler()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
