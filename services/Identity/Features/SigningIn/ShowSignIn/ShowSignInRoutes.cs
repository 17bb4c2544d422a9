using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SigningIn.ShowSignIn;

/// <summary>Reading and giving up the sign-in that the browser is in.</summary>
internal static class ShowSignInRoutes
{
    public static void MapShowSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", ShowAsync).WithName("ShowSignIn").WithSummary("Where the browser's sign-in stands.");
        routes.MapDelete("", GiveUpAsync).WithName("GiveUpSignIn").WithSummary("Gives the browser's sign-in up.");
    }

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> ShowAsync(
        IdentityDb db, SignInDesk desk, SignInStates states, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await desk.TakeAsync(SignInCookie.Read(http.Request), cancellationToken);
        return taken.Failed
            ? taken.Error.ToProblem(http)
            : TypedResults.Ok(await states.OfAsync(taken.Value.SignIn, taken.Value.Agency, cancellationToken));
    }

    private static async Task<NoContent> GiveUpAsync(IdentityDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (SignInCookie.Read(http.Request) is { } reference && await db.LockSignInAsync(reference, cancellationToken) is { } signIn)
        {
            db.SignIns.Remove(signIn);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        SignInCookie.Delete(http.Response);
        return TypedResults.NoContent();
    }
}
