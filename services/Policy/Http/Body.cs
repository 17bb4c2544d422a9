using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>
/// A JSON body, or the problem with it. The framework's own binding answers a wrong date with a bare 400; here the
/// problem names the field.
/// </summary>
internal sealed class Body<T> : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private Body(T? value, Error? problem) => (Value, Problem) = (value, problem);

    /// <summary>What was sent; null when <see cref="Problem"/> is not.</summary>
    public T? Value { get; }

    public Error? Problem { get; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, options, context.RequestAborted);
            return value is null ? new Body<T>(null, new BodyMissing()) : new Body<T>(value, null);
        }
        catch (JsonException exception)
        {
            return new Body<T>(null, new BodyNotReadable { Field = FieldOf(exception.Path) });
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(
        new AcceptsMetadata(["application/json", "application/merge-patch+json"], typeof(T), isOptional: false));

    // A JSON path such as $.renewals[1].effective, without its root.
    private static string? FieldOf(string? path) => path?.TrimStart('$').TrimStart('.') is { Length: > 0 } field ? field : null;
}
