using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Features.Tokens.AuthenticateClient;
using Portal.Identity.Features.Tokens.ExchangeToken;

namespace Portal.Identity.Features.Tokens.IssueToken;

/// <summary>The token endpoint (RFC 6749, section 3.2). Its errors are the RFC's, not problem details.</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder routes) => routes
        .MapPost(OAuthPaths.Token, IssueAsync)
        .AcceptOAuthForm(
            "grant_type",
            "scope",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "actor_token_type",
            "requested_token_type",
            "audience",
            "account")
        .WithName("IssueToken")
        .WithSummary(
            "Issues an access token: client_credentials, or token exchange; client_secret_basic, client_secret_post "
            + "or private_key_jwt.");

    private static async Task<Results<JsonHttpResult<TokenAnswer>, JsonHttpResult<OAuthError>>> IssueAsync(
        HttpContext http,
        ClientAuthenticator authenticator,
        ClientCredentialsGrant clientCredentials,
        TokenExchangeGrant exchange,
        CancellationToken cancellationToken)
    {
        var (request, error) = await authenticator.ReadAsync(http, cancellationToken);
        if (request is null)
        {
            return http.Refuse(error!);
        }

        var (client, form) = request;
        var outcome = form["grant_type"] switch
        {
            ClientCredentialsGrant.Name => clientCredentials.Issue(client, form["scope"]),
            TokenExchangeGrant.Name => await exchange.IssueAsync(client, form, cancellationToken),
            null =>
                new GrantOutcome.Refused(
                    OAuthError.InvalidRequest("grant_type is missing; send grant_type=client_credentials.")),
            _ => new GrantOutcome.Refused(OAuthError.UnsupportedGrantType),
        };
        return outcome switch
        {
            GrantOutcome.Issued(var answer) => TypedResults.Json(answer),
            GrantOutcome.Refused(var refusal) => http.Refuse(refusal),
            _ => throw new InvalidOperationException("There is no other outcome."),
        };
    }
}
