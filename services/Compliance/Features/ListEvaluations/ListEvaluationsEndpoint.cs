using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Compliance.Features.ListEvaluations;

/// <summary>How the holders' proofs of insurance stand.</summary>
internal static class ListEvaluationsEndpoint
{
    public static void MapListEvaluations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/api/v1/compliance").RequireScope(Scopes.ComplianceRead).WithTags("Compliance");
        group.MapGet("/evaluations", ListAsync)
            .WithName("ListEvaluations").WithSummary("Whether each holder's certificate still shows policies in force, and if not, why");
    }

    private static async Task<Results<Ok<Page<EvaluationResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] EvaluationQuery query, EvaluationReader reader, CancellationToken cancellationToken)
    {
        Guid? after = null;
        if (query.Cursor is not null)
        {
            if (!Cursor.TryDecode<Guid>(query.Cursor, out var id))
            {
                return new InvalidCursor { Field = "cursor" }.ToProblem();
            }

            after = id;
        }

        return TypedResults.Ok(await reader.ReadAsync(
            query.Client, query.Status?.Value, after, Cursor.ClampLimit(query.Limit), cancellationToken));
    }
}
