using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>Tells for each operation the scope that it needs, and what a caller without it is answered.</summary>
internal sealed class ScopeOfOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var scopes = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>()
            .Select(required => required.Scope).ToList();
        if (scopes.Count > 0)
        {
            operation.Security = [new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(TokenScheme.Name, context.Document)] = scopes,
            }];
            operation.Responses ??= [];
            operation.Responses.TryAdd("401", new OpenApiResponse { Description = "No valid access token." });
            operation.Responses.TryAdd("403", new OpenApiResponse { Description = "The token lacks the scope." });
        }

        return Task.CompletedTask;
    }
}
