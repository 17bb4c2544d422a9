using Microsoft.AspNetCore.Mvc;

namespace Portal.Identity.Features.AuthenticateClient;

/// <summary>Routes that are the RFCs' own: a form comes in, a client proves itself in it, errors are not problem details.</summary>
internal static class OAuthRoutes
{
    /// <summary>Most bytes of a request.</summary>
    private const int MaxBodyBytes = 16 * 1024;

    /// <summary>Maps one.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="path">Its path.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="parameters">Parameters of its form, of which the first is required.</param>
    public static RouteHandlerBuilder MapOAuth(this IEndpointRouteBuilder routes, string path, Delegate handler, params string[] parameters) => routes
        .MapPost(path, handler)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .AddOpenApiOperationTransformer(OAuthForm.Describe(parameters));
}
