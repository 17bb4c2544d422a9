using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.SendCode;

/// <summary>Sending the code, and a new one in place of it.</summary>
internal static class SendCodeEndpoint
{
    public static void MapSendCode(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("/code", SendAsync)
        .WithName("SendCode")
        .WithSummary("Sends a code; the one before is worth nothing any more.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> SendAsync(
        SendCodeRequest request, IdentityDb db, SignInStore store, CodeDestinations destinations, CodeDelivery codes,
        SignInStateReader reader,
        HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await store.TakeAsync(SignInCookie.Read(http.Request), cancellationToken);
        if (taken.Failed)
        {
            return taken.Error.ToProblem(http);
        }

        var (signIn, agency) = taken.Value;
        Error? failure = !signIn.IsBeforeProof ? new OtherStep(signIn.Step)
            : !destinations.Allows(signIn, request.Destination) ? new FieldInvalid(
                "destination", "The code can't be sent there; choose one of the destinations that are offered.")
            : await codes.SendAsync(signIn, agency, request.Destination, cancellationToken);
        if (failure is not null)
        {
            return failure.ToProblem(http);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await reader.OfAsync(signIn, agency, cancellationToken));
    }
}
