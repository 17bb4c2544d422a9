using System.Text.Json.Serialization;

namespace Portal.Identity.Features.IssueToken;

/// <summary>A token, as RFC 6749, section 5.1, hands it over.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope)
{
    /// <summary>Never tells the token.</summary>
    public override string ToString() => $"TokenAnswer {{ Scope = {Scope}, ExpiresIn = {ExpiresIn} }}";
}
