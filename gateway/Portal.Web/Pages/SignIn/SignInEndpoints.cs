namespace Portal.Web.Pages.SignIn;

/// <summary>Signing in, open to everybody. Identity decides; these pages ask and show.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().DisableAntiforgery();
        pages.MapFindAgency();
        pages.MapGet("/signed-in", () => Page.Of<SignedInPage>());
        foreach (var place in (string[])["/sign-in/{agency}", "/sign-in/{agency}/staff"])
        {
            var group = pages.MapGroup(place);
            group.MapStart();
            group.MapSteps();
        }

        pages.MapGroup("/sign-in/{agency}/staff").MapPasskeyAlone();
    }
}
