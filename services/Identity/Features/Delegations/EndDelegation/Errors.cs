using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.EndDelegation;

/// <summary>Another person of the agency stepped in.</summary>
internal sealed record DelegationOfAnother() : Forbidden(
    "delegation-not-yours",
    "Another person of the agency stepped in; they, the client or an administrator can end it.");
