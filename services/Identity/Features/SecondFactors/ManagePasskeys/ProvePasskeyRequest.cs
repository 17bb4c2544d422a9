using System.Text.Json;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>A browser's answer.</summary>
/// <param name="Credential">What navigator.credentials.get gave, as JSON (PublicKeyCredential.toJSON).</param>
/// <param name="State">As it came with the options.</param>
public sealed record ProvePasskeyRequest(JsonElement Credential, string? State);
