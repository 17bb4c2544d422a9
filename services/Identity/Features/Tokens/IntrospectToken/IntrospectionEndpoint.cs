using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Features.Tokens.AuthenticateClient;

namespace Portal.Identity.Features.Tokens.IntrospectToken;

/// <summary>Introspection (RFC 7662). A partner learns of its own tokens alone; a service of every token.</summary>
internal static class IntrospectionEndpoint
{
    public const string Path = "/connect/introspect";

    public static void MapIntrospection(this IEndpointRouteBuilder routes) => routes
        .MapPost(Path, IntrospectAsync)
        .AcceptOAuthForm("token", "token_type_hint")
        .WithName("IntrospectToken")
        .WithSummary(
            "Tells whether an access token is good, and what it says (RFC 7662); the client proves itself as at the "
            + "token endpoint.");

    private static async Task<Results<JsonHttpResult<JsonObject>, JsonHttpResult<OAuthError>>> IntrospectAsync(
        HttpContext http, ClientAuthenticator authenticator, IssuedTokens tokens, CancellationToken cancellationToken)
    {
        var (request, error) = await authenticator.ReadAsync(http, cancellationToken);
        if (request is null)
        {
            return http.Refuse(error!);
        }

        var (client, form) = request;
        if (form["token"] is not { } text)
        {
            return http.Refuse(OAuthError.InvalidRequest("Send the token to look at as token."));
        }

        var token = await tokens.FindActiveAsync(text, cancellationToken);
        return TypedResults.Json(
            token is not null && MayKnow(client, token) ? Describe(token) : new JsonObject { ["active"] = false });
    }

    private static bool MayKnow(Application client, IssuedToken token) =>
        client.Kind == ApplicationKind.Service || token.ClientId == client.Id;

    private static JsonObject Describe(IssuedToken token)
    {
        var told = JsonObject.Create(token.Claims)!;
        told["active"] = true;
        told["token_type"] = "Bearer";
        return told;
    }
}
