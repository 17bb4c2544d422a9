using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>Tells for each operation that whatever it does not name is answered by problem details.</summary>
internal sealed class ProblemOfOperation : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "What is wrong, and what to do.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = await context.GetOrCreateSchemaAsync(
                        typeof(ProblemDetails), cancellationToken: cancellationToken),
                },
            },
        });
    }
}
