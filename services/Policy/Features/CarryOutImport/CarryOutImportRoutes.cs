using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetImport;
using Portal.Policies.Features.StartImport;
using Portal.Policies.Http;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.CarryOutImport;

internal static class CarryOutImportRoutes
{
    public static void MapCarryOutImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/imports/{id:guid}/runs", PostAsync)
            .RequireScope(Scopes.ImportsWrite).WithTags("Imports").WithName("CarryOutImport")
            .WithSummary("Import the files of a dry run that has finished; what changed since is looked at anew")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> PostAsync(
        Guid id, CarryOutImportHandler handler, ImportReader jobs, HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.AccountId() is not null)
        {
            return new ImportOfWholeAgency().ToProblem();
        }

        var started = await handler.HandleAsync(
            new ImportId(id), context.ImportRequester(), IdempotentRequest.Of(context, Array.Empty<byte>()), cancellationToken);
        if (started.Failed)
        {
            return started.Error.ToProblem();
        }

        var job = await jobs.FindAsync(started.Value, after: null, cancellationToken);
        return TypedResults.Accepted($"/api/v1/imports/{started.Value}", job);
    }
}
