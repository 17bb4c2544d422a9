using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Compliance.Domain;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Compliance.Features.ListEvaluations;

/// <summary>How the holders' proofs of insurance stand.</summary>
internal static class ListEvaluationsEndpoint
{
    private static readonly Dictionary<string, ComplianceStatus> StatusByWord = Enum.GetValues<ComplianceStatus>()
        .ToDictionary(status => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString()), StringComparer.Ordinal);

    public static void MapListEvaluations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/api/v1/compliance").RequireScope(Scopes.ComplianceRead).WithTags("Compliance");
        group.MapGet("/evaluations", ListAsync)
            .WithName("ListEvaluations").WithSummary("Whether each holder's certificate still shows policies in force, and if not, why");
    }

    private static async Task<Results<Ok<Page<EvaluationView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] EvaluationQuery query, EvaluationReader reader, CancellationToken cancellationToken)
    {
        ComplianceStatus? status = null;
        if (query.Status is { } word)
        {
            if (!StatusByWord.TryGetValue(word, out var known))
            {
                return new UnknownStatus(word) { Field = "status" }.ToProblem();
            }

            status = known;
        }

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
            query.Account, status, after, Cursor.ClampLimit(query.Limit), cancellationToken));
    }
}
