using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.ListRevocations;

/// <summary>
/// Tells the gateway what ended before its time. A revocation is seen when its transaction commits, which is a little
/// after its own time, so whoever asks goes back some seconds before the last answer.
/// </summary>
internal static class RevocationsEndpoint
{
    public static void MapRevocations(this IEndpointRouteBuilder routes) => routes
        .MapGet("/internal/v1/revocations", ListAsync)
        .RequireScope(Scopes.RevocationsRead)
        .WithName("ListRevocations")
        .WithSummary(
            "Sessions, delegations, clients and tokens revoked since an instant and still in force; without one, all "
            + "in force.");

    private static async Task<Ok<RevocationsResponse>> ListAsync(
        IdentityDb db, TimeProvider time, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var revocations = db.Revocations.AsNoTracking().Where(one => one.Until > now);
        if (since?.ToUniversalTime() is { } from)
        {
            revocations = revocations.Where(one => one.At >= from);
        }

        var items = await revocations.OrderBy(one => one.At).ThenBy(one => one.Id)
            .Select(one => new RevocationResponse(one.Kind, one.Key, one.At, one.Until)).ToListAsync(cancellationToken);
        return TypedResults.Ok(new RevocationsResponse(now, items));
    }
}
