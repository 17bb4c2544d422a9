using System.Text.Json.Serialization;

namespace Portal.Identity.Features.IssueToken;

/// <summary>A refusal of the token endpoint, exactly as RFC 6749, section 5.2, writes it.</summary>
/// <param name="Error">Code of the RFC.</param>
/// <param name="Description">What is wrong and what to do, in ASCII without quotes or backslashes.</param>
internal sealed record OAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description)
{
    public static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthError InvalidClient { get; } = new("invalid_client", "The client is unknown or its secret is wrong.");

    public static OAuthError UnsupportedGrantType { get; } =
        new("unsupported_grant_type", "Use grant_type=client_credentials; this server knows no other.");

    public static OAuthError InvalidScope { get; } =
        new("invalid_scope", "The client may not ask for one of these scopes; leave scope out to get all that it may.");
}
