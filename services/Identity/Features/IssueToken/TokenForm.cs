namespace Portal.Identity.Features.IssueToken;

/// <summary>Parameters of a token request; an empty one counts as left out (RFC 6749, section 3.2).</summary>
internal sealed record TokenForm(string? GrantType, string? Scope, string? ClientId, string? ClientSecret)
{
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

    /// <summary>Never tells the secret.</summary>
    public override string ToString() => $"TokenForm {{ GrantType = {GrantType}, Scope = {Scope}, ClientId = {ClientId} }}";

    private static bool MediaTypeIsForm(HttpRequest request) =>
        request.HasFormContentType
        && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static string? One(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
}
