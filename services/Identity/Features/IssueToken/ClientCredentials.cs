using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Portal.Identity.Features.IssueToken;

/// <summary>Who asks at the token endpoint, and the secret that is to prove it (RFC 6749, section 2.3.1).</summary>
internal sealed record ClientCredentials(string Id, string Secret)
{
    private const string Basic = "Basic ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads them from the Authorization header (client_secret_basic) or from the form (client_secret_post); using both is
    /// an error, and so is using neither.
    /// </summary>
    public static (ClientCredentials? Credentials, OAuthError? Error) Read(StringValues authorization, TokenForm form)
    {
        if (authorization.Count == 0)
        {
            return form is { ClientId: { } id, ClientSecret: { } secret }
                ? (new ClientCredentials(id, secret), null)
                : (null, OAuthError.InvalidClient);
        }

        if (form.ClientSecret is not null)
        {
            return (null, OAuthError.InvalidRequest("Send the secret in the Authorization header or in the body, not in both."));
        }

        if (authorization is not [{ } header] || !header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            || Decode(header[Basic.Length..]) is not { } credentials)
        {
            return (null, OAuthError.InvalidClient);
        }

        return form.ClientId is null || form.ClientId == credentials.Id
            ? (credentials, null)
            : (null, OAuthError.InvalidRequest("client_id in the body differs from the one in the Authorization header."));
    }

    /// <summary>Never tells the secret.</summary>
    public override string ToString() => $"ClientCredentials {{ Id = {Id} }}";

    private static ClientCredentials? Decode(string encoded)
    {
        try
        {
            var pair = Strict.GetString(Convert.FromBase64String(encoded.Trim()));
            return pair.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
                ? new ClientCredentials(WebUtility.UrlDecode(pair[..colon]), WebUtility.UrlDecode(pair[(colon + 1)..]))
                : null;
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
