using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Access;

namespace Portal.Identity.Features.SigningIn.CheckCode;

/// <summary>Typing the code in.</summary>
internal static class CheckCodeRoute
{
    public static void MapCheckCode(this IEndpointRouteBuilder routes) => routes
        .MapPost("/code/check", CheckAsync)
        .NamePower(Powers.LinkGoogle)
        .WithName("CheckCode")
        .WithSummary("Checks the code; the right one signs in, or leads to the second factor or the choice of an account.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> CheckAsync(
        CheckCodeRequest request, CodeCheck check, HttpContext http, CancellationToken cancellationToken) =>
        SignInAnswer.Of(await check.CheckAsync(request.Code, SignInCookie.Read(http.Request), cancellationToken), http);
}
