using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>
/// Tells where tokens come from, which scopes there are, and that the API is reached through the gateway.
/// </summary>
internal sealed class TokenScheme(IOptions<TokenOptions> tokens) : IOpenApiDocumentTransformer
{
    public const string Name = "oauth2";

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Servers = [new OpenApiServer { Url = tokens.Value.Issuer }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri(tokens.Value.Issuer + "/connect/token"),
                    Scopes = Scopes.ForPartners.ToDictionary(scope => scope, scope => scope, StringComparer.Ordinal),
                },
            },
        };
        return Task.CompletedTask;
    }
}
