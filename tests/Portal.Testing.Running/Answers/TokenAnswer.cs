using System.Text.Json.Serialization;

namespace Portal.Testing.Running.Answers;

/// <summary>A token, as OAuth spells it.</summary>
public sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken);

/// <summary>A refusal to give a token, as OAuth spells it.</summary>
public sealed record TokenRefusalAnswer(string Error);
