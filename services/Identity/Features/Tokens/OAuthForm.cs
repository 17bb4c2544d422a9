using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Identity.Features.Tokens;

/// <summary>
/// Parameters of a request to an endpoint of OAuth; an empty one counts as left out (RFC 6749, section 3.2).
/// </summary>
internal sealed class OAuthForm
{
    private const string MediaType = "application/x-www-form-urlencoded";

    private static readonly string[] OfClient =
    [
        "client_id", "client_secret", "client_assertion_type", "client_assertion",
    ];

    private readonly IFormCollection _form;

    private OAuthForm(IFormCollection form) => _form = form;

    /// <summary>Value of a parameter; null where it is left out.</summary>
    public string? this[string name] => _form[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Reads the form; an error when it is no form, too large, or names a parameter twice.</summary>
    public static async Task<(OAuthForm? Form, OAuthError? Error)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
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
            : (new OAuthForm(form), null);
    }

    /// <summary>
    /// Describes the form: these parameters, of which the first is required, and those that prove the client. The route
    /// itself takes any media type, so that another one is refused as the RFC says rather than by routing.
    /// </summary>
    public static Func<OpenApiOperation, OpenApiOperationTransformerContext, CancellationToken, Task> Describe(
        params string[] parameters) =>
        (operation, _, _) =>
        {
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
                            Required = new HashSet<string>(StringComparer.Ordinal) { parameters[0] },
                            Properties = parameters.Concat(OfClient).ToDictionary(
                                name => name, IOpenApiSchema (_) => new OpenApiSchema
                                {
                                    Type = JsonSchemaType.String,
                                }, StringComparer.Ordinal),
                        },
                    },
                },
            };
            return Task.CompletedTask;
        };

    private static bool MediaTypeIsForm(HttpRequest request) =>
        request.HasFormContentType
        && request.ContentType!.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);
}
