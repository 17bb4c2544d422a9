using Portal.Identity.Features.SigningIn.CheckCode;
using Portal.Identity.Features.SigningIn.ChooseClient;
using Portal.Identity.Features.SigningIn.EnrollSecondFactor;
using Portal.Identity.Features.SigningIn.ProveSecondFactor;
using Portal.Identity.Features.SigningIn.SendCode;
using Portal.Identity.Features.SigningIn.ShowSignIn;
using Portal.Identity.Features.SigningIn.StartSignIn;
using Portal.Identity.Features.SigningIn.WithGoogle;
using Portal.Identity.Features.SigningIn.WithPasskey;

namespace Portal.Identity.Features.SigningIn;

/// <summary>Every route of signing in. Nobody is known yet, so all are open; the sign-in's cookie is what binds them together.</summary>
internal static class SigningInApi
{
    public const string Root = "/api/v1/sign-in";

    public static void MapSigningIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).AllowAnonymous().AddEndpointFilter(KeepNowhereAsync);
        group.MapStartSignIn();
        group.MapShowSignIn();
        group.MapSendCode();
        group.MapCheckCode();
        group.MapProveSecondFactor();
        group.MapEnrollSecondFactor();
        group.MapChooseClient();
        group.MapGoogle();
        group.MapPasskey();
    }

    private static ValueTask<object?> KeepNowhereAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
