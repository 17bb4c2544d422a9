using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.ServiceDefaults.Requests;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>Tells the words that a parameter takes (<see cref="SnakeCaseEnum{T}"/>), which is only a text for the framework.</summary>
internal sealed class WordsOfParameter : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if (FieldForms.WordsOf(described.ParameterDescriptor?.ParameterType) is { } words
                && operation.Parameters?.FirstOrDefault(parameter => parameter.Name == described.Name) is { Schema: OpenApiSchema schema })
            {
                schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
            }
        }

        return Task.CompletedTask;
    }
}
