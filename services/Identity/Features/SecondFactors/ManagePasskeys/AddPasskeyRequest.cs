using System.Text.Json;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>A passkey that a browser made.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="Credential">What navigator.credentials.create gave, as JSON (PublicKeyCredential.toJSON).</param>
/// <param name="State">As it came with the options.</param>
public sealed record AddPasskeyRequest(string? Name, JsonElement Credential, string? State);
