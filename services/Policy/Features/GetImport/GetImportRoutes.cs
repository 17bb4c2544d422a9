using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Domain;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.GetImport;

internal static class GetImportRoutes
{
    public static void MapGetImport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/imports/{id:guid}", GetAsync)
            .RequireScope(Scopes.ImportsRead).WithTags("Imports").WithName("GetImport")
            .WithSummary("How an import stands: counts, and for each refused row what is wrong and what to do")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> GetAsync(
        Guid id, [FromQuery] string? cursor, ImportReader jobs, CancellationToken cancellationToken)
    {
        ProblemPosition? after = null;
        if (cursor is { Length: > 0 } && !Cursor.TryDecode(cursor, out after))
        {
            return new InvalidCursor { Field = "cursor" }.ToProblem();
        }

        return await jobs.FindAsync(new ImportId(id), after, cancellationToken) is { } job
            ? TypedResults.Ok(job)
            : new ImportNotFound().ToProblem();
    }
}
