using System.Text.Json;

namespace Portal.Identity.Features.SigningIn.WithPasskey;

/// <summary>What navigator.credentials.get gave, as JSON (PublicKeyCredential.toJSON).</summary>
public sealed record PasskeyAnswerRequest(JsonElement Credential);
