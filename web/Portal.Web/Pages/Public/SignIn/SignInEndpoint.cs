using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>Signing in, open to everybody. Identity decides; these pages ask and show.</summary>
internal static class SignInEndpoint
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().DisableAntiforgery();
        pages.MapFindAgency();
        pages.MapGet("/signed-in", () => PageResult.Of<SignedInPage>());
        foreach (var path in (string[])["/sign-in/{agency}", "/sign-in/{agency}/staff"])
        {
            var group = pages.MapGroup(path);
            group.MapStart();
            group.MapSteps();
        }

        pages.MapGroup("/sign-in/{agency}/staff").MapPasskeyAlone();
    }
}
