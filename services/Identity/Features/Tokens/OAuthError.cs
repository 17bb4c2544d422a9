using System.Text.Json.Serialization;

namespace Portal.Identity.Features.Tokens;

/// <summary>A refusal, exactly as RFC 6749, section 5.2, writes it.</summary>
/// <param name="Error">Code of the RFC.</param>
/// <param name="Description">What is wrong and what to do, in ASCII without quotes or backslashes.</param>
internal sealed record OAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description)
{
    private const string ClientCode = "invalid_client";

    /// <summary>The same for whoever is unknown and whoever proves nothing, so that ids can't be found out.</summary>
    public static OAuthError InvalidClient { get; } = new(
        ClientCode, "The client is unknown or disabled, or what is to prove it is wrong.");

    public static OAuthError UnsupportedGrantType { get; } = new(
        "unsupported_grant_type",
        "Use grant_type=client_credentials, or urn:ietf:params:oauth:grant-type:token-exchange; this server knows no "
        + "other.");

    public static OAuthError UnauthorizedClient { get; } = new(
        "unauthorized_client", "This client may not use this grant.");

    public static OAuthError InvalidScope { get; } =
        new("invalid_scope", "The client may not ask for one of these scopes; leave scope out to get all that it may.");

    [JsonIgnore]
    public bool IsOfClient => Error == ClientCode;

    public static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    /// <summary>What is wrong with an assertion, for who has signed it and so is known to be the client.</summary>
    public static OAuthError InvalidAssertion(string description) => new(ClientCode, description);
}
