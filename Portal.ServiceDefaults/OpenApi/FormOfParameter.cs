using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.ServiceDefaults.Requests;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>
/// Tells the words that a parameter takes (<see cref="SnakeCaseEnum{T}"/>), or that it takes a day
/// (<see cref="IsoDate"/>). Both are texts in the address; the framework says so of a parameter of a route's own, but
/// calls a member of what <c>AsParameters</c> binds an object.
/// </summary>
internal sealed class FormOfParameter : IOpenApiOperationTransformer
{
    /// <summary>Whether a type is only the form of a text in the address, and no schema that has a name.</summary>
    public static bool IsForm(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(IsoDate)
            || (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(SnakeCaseEnum<>));
    }

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if (described.ParameterDescriptor?.ParameterType is { } type && IsForm(type)
                && operation.Parameters?.FirstOrDefault(
                    parameter => parameter.Name == described.Name) is OpenApiParameter parameter)
            {
                var words = FieldForms.WordsOf(type);
                parameter.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = words?.Select(word => (JsonNode)JsonValue.Create(word)).ToList(),
                    Format = words is null ? "date" : null,
                };
            }
        }

        return Task.CompletedTask;
    }
}
