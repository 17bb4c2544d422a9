using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Features.Access;

namespace Portal.Identity.Features.SignIns.CheckCode;

/// <summary>Typing the code in.</summary>
internal static class CheckCodeEndpoint
{
    public static void MapCheckCode(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("/code/check", CheckAsync)
        .NamePower(Powers.LinkGoogle)
        .WithName("CheckCode")
        .WithSummary(
            "Checks the code; the right one signs in, or leads to the second factor or the choice of an account.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> CheckAsync(
        CheckCodeRequest request, CheckCodeHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        SignInResults.Of(
            await handler.HandleAsync(request.Code, SignInCookie.Read(http.Request), cancellationToken), http);
}
