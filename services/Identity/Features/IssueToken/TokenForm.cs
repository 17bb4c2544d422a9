using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Identity.Features.IssueToken;

/// <summary>Parameters of a token request; an empty one counts as left out (RFC 6749, section 3.2).</summary>
internal sealed record TokenForm(string? GrantType, string? Scope, string? ClientId, string? ClientSecret)
{
    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Reads the form; an error when it is no form, too large, or names a parameter twice.</summary>
    public static async Task<(TokenForm? Form, OAuthError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeIsForm(request))
        {
            return (null, OAuthError.InvalidRequest("Send the parameters as application/x-www-form-urlencoded."));
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return (null, OAuthError.InvalidRequest("The form is too large or malformed."));
        }

        return form.Any(parameter => parameter.Value.Count > 1)
            ? (null, OAuthError.InvalidRequest("A parameter is named twice."))
            : (new TokenForm(One(form, "grant_type"), One(form, "scope"), One(form, "client_id"), One(form, "client_secret")), null);
    }

    /// <summary>
    /// Describes the form. The route itself takes any media type, so that another one is refused as the RFC says rather
    /// than by routing.
    /// </summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var parameters = new[] { "grant_type", "scope", "client_id", "client_secret" };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "grant_type" },
                        Properties = parameters.ToDictionary(
                            name => name, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal),
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>Never tells the secret.</summary>
    public override string ToString() => $"TokenForm {{ GrantType = {GrantType}, Scope = {Scope}, ClientId = {ClientId} }}";

    private static bool MediaTypeIsForm(HttpRequest request) =>
        request.HasFormContentType
        && request.ContentType!.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);

    private static string? One(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
}
