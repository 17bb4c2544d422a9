using System.Text.Json.Serialization;

namespace Portal.Identity.Keys;

/// <summary>Who acts for the subject (RFC 8693, section 4.1), and as what.</summary>
internal sealed record ActorClaim(
    [property: JsonPropertyName("sub")] Guid Subject,
    [property: JsonPropertyName("name")] string Name,
    [
        property: JsonPropertyName("role"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull),
    ] string? Role = null);
