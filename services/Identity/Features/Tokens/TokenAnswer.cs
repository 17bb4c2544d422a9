using System.Text.Json.Serialization;

namespace Portal.Identity.Features.Tokens;

/// <summary>
/// A token, as RFC 6749, section 5.1, hands it over, and RFC 8693, section 2.2.1, one that came by exchange.
/// </summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope)
{
    /// <summary>Kind of the token that an exchange gave; null where there was none.</summary>
    [JsonPropertyName("issued_token_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedTokenType { get; init; }

    /// <summary>Never tells the token.</summary>
    public override string ToString() => $"TokenAnswer {{ Scope = {Scope}, ExpiresIn = {ExpiresIn} }}";
}
