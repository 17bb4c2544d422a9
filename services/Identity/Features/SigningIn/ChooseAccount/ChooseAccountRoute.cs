using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SigningIn.ChooseAccount;

/// <summary>Choosing one of several accounts.</summary>
internal static class ChooseAccountRoute
{
    public static void MapChooseAccount(this IEndpointRouteBuilder routes) => routes
        .MapPost("/account", ChooseAsync)
        .WithName("ChooseAccount")
        .WithSummary("Opens one of the accounts that the sign-in offers.");

    private static async Task<Results<Ok<SignInState>, ProblemHttpResult>> ChooseAsync(
        ChooseAccountRequest request, IdentityDb db, SignInDesk desk, EnterableAccounts accounts, SignInCompletion completion,
        HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await desk.TakeAsync(SignInCookie.Read(http.Request), cancellationToken);
        if (taken.Failed)
        {
            return taken.Error.ToProblem(http);
        }

        var (signIn, agency) = taken.Value;
        if (signIn.Step != SignInStep.ChooseAccount)
        {
            return new OtherStep(signIn.Step).ToProblem(http);
        }

        var open = await accounts.OfAsync(signIn, cancellationToken);
        if (open.SingleOrDefault(one => one.AccountId == request.AccountId) is not { } account)
        {
            return new AccountNotOffered { Field = "accountId" }.ToProblem(http);
        }

        var advance = await completion.OpenAsync(signIn, agency, account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SignInAnswer.Of(advance, http);
    }
}
