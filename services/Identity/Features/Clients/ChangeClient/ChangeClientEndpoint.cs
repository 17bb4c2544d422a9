using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.Persistence;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Clients.ChangeClient;

/// <summary>Changing a client's names and address, of which the other services are told.</summary>
internal static class ChangeClientEndpoint
{
    public static void MapChangeClient(this IEndpointRouteBuilder routes) =>
        routes.MapPatch("/api/v1/clients/{id:guid}", ChangeAsync)
            .RequireScope(Scopes.ClientsWrite).WithName("ChangeClient")
            .WithSummary("Change a client's legal name, dba or address; certificates issued from now on carry it.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ClientResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id,
        ChangeClientRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IdentityDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(id, cancellationToken);
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        if (ChangedMeanwhile.Check(ifMatch, account.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        var fields = new FieldReader();
        var details = ClientReader.Read(request, account.Details, fields);
        if (fields.Problems.Count > 0)
        {
            return fields.Problems.ToProblem();
        }

        var now = time.GetUtcNow();
        if (account.Describe(details, now))
        {
            db.Enqueue(AccountMessages.Changed(account), $"account:{account.Id}");
            db.Record(http.Act(AuditActions.ClientChanged, id.ToString(), now, id));
            if (!await db.TrySaveAsync(cancellationToken))
            {
                return new ChangedMeanwhile().ToProblem();
            }

            await transaction.CommitAsync(cancellationToken);
        }

        http.Response.Headers.ETag = ETags.Of(account.Version);
        return TypedResults.Ok(ClientResponse.Of(account));
    }
}
