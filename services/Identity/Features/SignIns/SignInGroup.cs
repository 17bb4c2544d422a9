namespace Portal.Identity.Features.SignIns;

/// <summary>
/// The routes of signing in. Nobody is known yet, so all are open; the sign-in's cookie binds them together.
/// </summary>
internal static class SignInGroup
{
    /// <summary>Opens the group.</summary>
    public static RouteGroupBuilder OpenSignInGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/sign-in").AllowAnonymous().AddEndpointFilter(ForbidCachingAsync);

    private static ValueTask<object?> ForbidCachingAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
