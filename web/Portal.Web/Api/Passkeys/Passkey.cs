using System.Text.Json.Nodes;

namespace Portal.Web.Api.Passkeys;

/// <summary>A passkey of the person who looks at the page.</summary>
/// <param name="Id">The passkey.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When it was last used; null for never.</param>
public sealed record Passkey(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>What a browser is asked in order to make a passkey, or to use one.</summary>
/// <param name="Options">For navigator.credentials.create or get, as JSON.</param>
/// <param name="State">Goes back with the browser's answer.</param>
public sealed record PasskeyQuestion(JsonObject Options, string State);
