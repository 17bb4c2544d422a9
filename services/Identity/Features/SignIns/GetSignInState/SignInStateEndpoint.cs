using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SignIns.GetSignInState;

/// <summary>Reading and giving up the sign-in that the browser is in.</summary>
internal static class SignInStateEndpoint
{
    public static void MapSignInState(this IEndpointRouteBuilder routes)
    {
        var group = routes.OpenSignInGroup();
        group.MapGet("", ShowAsync).WithName("ShowSignIn").WithSummary("Where the browser's sign-in stands.");
        group.MapDelete("", GiveUpAsync).WithName("GiveUpSignIn").WithSummary("Gives the browser's sign-in up.");
    }

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> ShowAsync(
        IdentityDb db, SignInStore store, SignInStateReader reader, HttpContext http,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await store.TakeAsync(SignInCookie.Read(http.Request), cancellationToken);
        return taken.Failed
            ? taken.Error.ToProblem(http)
            : TypedResults.Ok(await reader.OfAsync(taken.Value.SignIn, taken.Value.Agency, cancellationToken));
    }

    private static async Task<NoContent> GiveUpAsync(
        IdentityDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (SignInCookie.Read(http.Request) is { } reference
            && await db.LockSignInAsync(reference, cancellationToken) is { } signIn)
        {
            db.SignIns.Remove(signIn);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        SignInCookie.Delete(http.Response);
        return TypedResults.NoContent();
    }
}
