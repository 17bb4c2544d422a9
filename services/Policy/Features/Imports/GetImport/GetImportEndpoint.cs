using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Imports.GetImport;

internal static class GetImportEndpoint
{
    public static void MapGetImport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/imports/{id:guid}", GetAsync)
            .RequireScope(Scopes.ImportsRead).WithTags("Imports").WithName("GetImport")
            .WithSummary("How an import stands: counts, and for each refused row what is wrong and what to do")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> GetAsync(
        Guid id, [FromQuery] string? cursor, ImportReader imports, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead(cursor, out ImportProblemCursor? after))
        {
            return new InvalidCursor().ToProblem();
        }

        return await imports.FindAsync(new ImportId(id), after, cancellationToken) is { } import
            ? TypedResults.Ok(import)
            : new ImportNotFound().ToProblem();
    }
}
