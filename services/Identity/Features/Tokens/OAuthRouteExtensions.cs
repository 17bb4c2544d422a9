using Microsoft.AspNetCore.Mvc;

namespace Portal.Identity.Features.Tokens;

/// <summary>
/// Routes that are the RFCs' own: a form comes in, a client proves itself in it, errors are not problem details.
/// </summary>
internal static class OAuthRouteExtensions
{
    /// <summary>Most bytes of a request.</summary>
    private const int MaxBodyBytes = 16 * 1024;

    /// <summary>Takes a form from a client that proves itself in it.</summary>
    /// <param name="route">The route.</param>
    /// <param name="parameters">Parameters of its form, of which the first is required.</param>
    public static RouteHandlerBuilder AcceptOAuthForm(
        this RouteHandlerBuilder route, params string[] parameters) => route
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .AddOpenApiOperationTransformer(OAuthForm.Describe(parameters));
}
