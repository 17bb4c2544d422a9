using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Auditing;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Idempotency;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Imports.StartImport;

internal static class StartImportEndpoint
{
    public static void MapStartImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/imports", PostAsync)
            .RequireScope(Scopes.ImportsWrite).WithTags("Imports").WithName("StartImport")
            .WithSummary(
                "Import clients, policies and holders from CSV files, or with dryRun=true say what would happen")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUploadReader.MostBytesOfForm))
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ConcernsNoClient("An import is of many clients of the agency.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> PostAsync(
        [FromQuery] string? dryRun,
        StartImportHandler handler,
        UploadLimit limit,
        ImportReader imports,
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

        if (DryRunOf(dryRun) is not { } isDryRun)
        {
            return new FieldInvalid("dryRun", "'dryRun' takes true or false.").ToProblem();
        }

        using var place = limit.Enter(agency);
        if (!place.IsAcquired)
        {
            var busy = new TooManyUploads();
            context.Response.Headers.RetryAfter = busy.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return busy.ToProblem();
        }

        await using var upload = new ImportUpload(isDryRun);
        var problems = await ImportUploadReader.ReadAsync(context.Request, upload, cancellationToken);
        if (problems.Count > 0)
        {
            return problems.ToProblem();
        }

        var idempotency = IdempotentRequest.Of(context, await upload.FingerprintAsync(cancellationToken));
        var started = await handler.HandleAsync(
            new AgencyId(agency), upload, context.ImportRequester(), idempotency, cancellationToken);
        if (started.Failed)
        {
            return started.ToProblem();
        }

        var job = await imports.FindAsync(started.Value, after: null, cancellationToken);
        return TypedResults.Accepted($"/api/v1/imports/{started.Value}", job);
    }

    private static bool? DryRunOf(string? text) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => null,
    };
}
