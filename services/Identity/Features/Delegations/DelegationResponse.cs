using Portal.Identity.Domain.Delegations;

namespace Portal.Identity.Features.Delegations;

/// <summary>A person of the agency in a client's account.</summary>
/// <param name="Id">The delegation.</param>
/// <param name="ClientId">The client's account.</param>
/// <param name="ClientName">The client's legal name.</param>
/// <param name="Staff">Who stepped in.</param>
/// <param name="Mode">view or manage.</param>
/// <param name="Reason">Why.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="ExpiresAt">Until when at the latest.</param>
/// <param name="EndedAt">When it was ended before its time; else null.</param>
/// <param name="EndedBy">Name of whoever ended it before its time; else null.</param>
/// <param name="Active">Whether it is in force.</param>
/// <param name="Path">Where whoever stepped in finds the account.</param>
internal sealed record DelegationResponse(
    Guid Id,
    Guid ClientId,
    string ClientName,
    DelegationStaffResponse Staff,
    string Mode,
    string Reason,
    DateTimeOffset StartedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    string? EndedBy,
    bool Active,
    string Path)
{
    public static DelegationResponse Of(Delegation delegation, string client, DateTimeOffset now) => new(
        delegation.Id,
        delegation.AccountId,
        client,
        new DelegationStaffResponse(delegation.StaffId, delegation.StaffName),
        delegation.Mode.Claim(),
        delegation.Reason,
        delegation.StartedAt,
        delegation.ExpiresAt,
        delegation.EndedAt,
        delegation.EndedBy,
        delegation.IsLive(now),
        $"/as/{delegation.Id}/");
}

/// <summary>A person of the agency.</summary>
internal sealed record DelegationStaffResponse(Guid Id, string Name);
