using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>Evaluations of the holders' proofs of insurance.</summary>
internal static class ListEvaluationsEndpoint
{
    public static void MapListEvaluations(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/compliance").RequireScope(Scopes.ComplianceRead).WithTags("Compliance")
            .MapGet("/evaluations", ListAsync)
            .WithName("ListEvaluations")
            .WithSummary("Whether each holder's certificate still shows policies in force, and if not, why");

    private static async Task<Results<Ok<Page<EvaluationResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] EvaluationQuery query, ListEvaluationsHandler handler, CancellationToken cancellationToken)
    {
        var page = await handler.HandleAsync(query, cancellationToken);
        return page.Failed ? page.Error.ToProblem() : TypedResults.Ok(page.Value);
    }
}
