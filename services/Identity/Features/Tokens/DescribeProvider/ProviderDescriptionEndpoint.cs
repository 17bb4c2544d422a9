using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Portal.Identity.Features.Keys.PublishKeys;
using Portal.Identity.Features.Tokens.ExchangeToken;
using Portal.Identity.Features.Tokens.IntrospectToken;
using Portal.Identity.Features.Tokens.RevokeToken;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.DescribeProvider;

/// <summary>
/// Discovery, at the path of RFC 8414 and at the one of OpenID Connect Discovery, where older clients look.
/// </summary>
internal static class ProviderDescriptionEndpoint
{
    public static void MapProviderDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/oauth-authorization-server", Get).AllowAnonymous()
            .WithName("DescribeServer").WithSummary("What this authorization server can do (RFC 8414).");
        routes.MapGet("/.well-known/openid-configuration", Get).AllowAnonymous()
            .WithName("DescribeProvider").WithSummary("The same, where clients of OpenID Connect look.");
    }

    private static JsonHttpResult<ProviderDescription> Get(HttpResponse response, IOptions<TokenOptions> tokens)
    {
        var issuer = tokens.Value.Issuer;
        response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Json(new ProviderDescription
        {
            Issuer = issuer,
            TokenEndpoint = issuer + OAuthPaths.Token,
            KeySet = issuer + KeySetEndpoint.Path,
            Scopes = Scopes.ForPartners,
            GrantTypes = [ClientCredentialsGrant.Name, TokenExchangeGrant.Name],
            IntrospectionEndpoint = issuer + IntrospectionEndpoint.Path,
            RevocationEndpoint = issuer + RevocationEndpoint.Path,
        });
    }
}
