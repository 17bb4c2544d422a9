using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.ChooseClient;

/// <summary>Choosing one of several accounts.</summary>
internal static class ChooseClientEndpoint
{
    public static void MapChooseClient(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("/client", ChooseAsync)
        .WithName("ChooseClient")
        .WithSummary("Opens one of the accounts that the sign-in offers.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> ChooseAsync(
        ChooseClientRequest request, IdentityDb db, SignInStore store, AccessibleAccounts accounts, SignInSteps steps,
        HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await store.TakeAsync(SignInCookie.Read(http.Request), cancellationToken);
        if (taken.Failed)
        {
            return taken.Error.ToProblem(http);
        }

        var (signIn, agency) = taken.Value;
        if (signIn.Step != SignInStep.ChooseClient)
        {
            return new OtherStep(signIn.Step).ToProblem(http);
        }

        var open = await accounts.OfAsync(signIn, cancellationToken);
        if (open.SingleOrDefault(one => one.AccountId == request.ClientId) is not { } account)
        {
            return new FieldInvalid("clientId", "Choose one of the accounts that are offered.").ToProblem(http);
        }

        var progress = await steps.OpenAsync(signIn, agency, account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SignInResults.Of(progress, http);
    }
}
