using System.Text.Json;

namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>What a browser answered to the question of a passkey.</summary>
/// <param name="Credential">What navigator.credentials.get gave, as JSON (PublicKeyCredential.toJSON).</param>
/// <param name="ReturnTo">
/// Path to go to afterwards; left out where it is not one of this portal, or the sign-in has one.
/// </param>
public sealed record PasskeyAnswerRequest(JsonElement Credential, string? ReturnTo);
