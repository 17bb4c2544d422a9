using System.Text.Json.Serialization;

namespace Portal.Gateway.Sessions;

/// <summary>Refusal of the token endpoint (RFC 6749, section 5.2).</summary>
internal sealed record ExchangeError([property: JsonPropertyName("error"), JsonRequired] string Error);
