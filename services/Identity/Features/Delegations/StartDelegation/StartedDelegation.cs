using Portal.Identity.Domain.Sessions;

namespace Portal.Identity.Features.Delegations.StartDelegation;

/// <summary>What stepping in gave.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Reference">The session's new reference; null where another tab got one a moment ago.</param>
internal sealed record StartedDelegation(DelegationResponse Delegation, SessionReference? Reference);
