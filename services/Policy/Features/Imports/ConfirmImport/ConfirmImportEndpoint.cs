using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Auditing;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Idempotency;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Imports.ConfirmImport;

internal static class ConfirmImportEndpoint
{
    public static void MapConfirmImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/imports/{id:guid}/runs", PostAsync)
            .RequireScope(Scopes.ImportsWrite).WithTags("Imports").WithName("CarryOutImport")
            .WithSummary("Import the files of a dry run that has finished; what changed since is looked at anew")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsNoClient("An import is of many clients of the agency.")
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> PostAsync(
        Guid id, ConfirmImportHandler handler, ImportReader imports, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (context.User.AccountId() is not null)
        {
            return new ImportOfWholeAgency().ToProblem();
        }

        var started = await handler.HandleAsync(
            new ImportId(id), context.ImportRequester(), IdempotentRequest.Of(
                context, Array.Empty<byte>()), cancellationToken);
        if (started.Failed)
        {
            return started.ToProblem();
        }

        var job = await imports.FindAsync(started.Value, after: null, cancellationToken);
        return TypedResults.Accepted($"/api/v1/imports/{started.Value}", job);
    }
}
