using System.Text.Json.Serialization;

namespace Portal.Gateway.Revocations;

/// <summary>What Identity answers to the question what was revoked.</summary>
/// <param name="Now">Identity's own time, so that no other clock is asked.</param>
/// <param name="Items">The revocations.</param>
internal sealed record RevocationResponse(
    [property: JsonRequired] DateTimeOffset Now, [property: JsonRequired] IReadOnlyList<Revocation> Items);
