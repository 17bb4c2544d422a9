using Portal.Identity.Domain.Revocations;

namespace Portal.Identity.Features.Tokens.ListRevocations;

/// <summary>What ended before its time.</summary>
/// <param name="Now">When Identity looked; the next question goes back from here.</param>
/// <param name="Items">The revocations, oldest first.</param>
internal sealed record RevocationsResponse(DateTimeOffset Now, IReadOnlyList<RevocationResponse> Items);

/// <summary>A revocation: tokens with this key issued at <c>at</c> or before are refused.</summary>
internal sealed record RevocationResponse(RevocationKind Kind, string Key, DateTimeOffset At, DateTimeOffset Until);
