using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Delegations.EndDelegation;

/// <summary>Leaving a client's account, or showing somebody out of it.</summary>
internal static class EndDelegationEndpoint
{
    public static void MapEndDelegation(this IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/v1/delegations/{id:guid}", EndAsync)
        .RequireScope(Scopes.DelegationsEnd)
        .WithName("EndDelegation")
        .WithSummary(
            "Ends a delegation: whoever stepped in, the client, or an administrator of the agency; within a second "
            + "everywhere.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        HttpContext http, Guid id, IdentityDb db, DelegationManager delegations, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Delegations.Where(one => one.Id == id).Select(one => (Guid?)one.AccountId)
            .SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return new DelegationNotFound().ToProblem();
        }

        await db.TakeAccountTurnAsync(account.Value, cancellationToken);
        var delegation = await db.Delegations.SingleAsync(one => one.Id == id, cancellationToken);

        // Who is bounded to an account sees that account's alone, and is the client.
        var caller = http.User;
        if (caller.AccountId() is null && !caller.IsInRole(Roles.Admin)
            && delegation.StaffId.ToString() != caller.Subject())
        {
            return new DelegationOfAnother().ToProblem();
        }

        delegations.End(delegation, http.AuditActor());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
