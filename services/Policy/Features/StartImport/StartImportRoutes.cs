using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetImport;
using Portal.Policies.Http;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.StartImport;

internal static class StartImportRoutes
{
    public static void MapStartImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/imports", PostAsync)
            .RequireScope(Scopes.ImportsWrite).WithTags("Imports").WithName("StartImport")
            .WithSummary("Import clients, policies and holders from CSV files, or with dryRun=true say what would happen")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUploadReader.MostBytesOfForm))
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Accepted<ImportJob>, ProblemHttpResult>> PostAsync(
        [FromQuery] string? dryRun,
        StartImportHandler handler,
        ImportReader jobs,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var agency = context.User.AgencyId();
        if (agency == Guid.Empty)
        {
            return new TokenWithoutAgency().ToProblem();
        }

        if (context.User.AccountId() is not null)
        {
            return new ImportOfWholeAgency().ToProblem();
        }

        var upload = await ImportUploadReader.ReadAsync(context.Request, dryRun, cancellationToken);
        if (upload.Failed)
        {
            return Problem(upload.Problems);
        }

        var idempotency = IdempotentRequest.Of(context, upload.Value.Fingerprint());
        var started = await handler.HandleAsync(
            new AgencyId(agency), upload.Value, context.ImportRequester(), idempotency, cancellationToken);
        if (started.Failed)
        {
            return started.Error.ToProblem();
        }

        var job = await jobs.FindAsync(started.Value, after: null, cancellationToken);
        return TypedResults.Accepted($"/api/v1/imports/{started.Value}", job);
    }

    // The one failure that has a status of its own.
    private static ProblemHttpResult Problem(IReadOnlyList<Error> problems) => problems[0] is UploadTooLarge large
        ? TypedResults.Problem(
            large.Detail,
            statusCode: StatusCodes.Status413PayloadTooLarge,
            extensions: new Dictionary<string, object?> { ["code"] = large.Code })
        : problems.ToProblem();
}
