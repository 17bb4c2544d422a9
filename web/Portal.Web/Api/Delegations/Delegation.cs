namespace Portal.Web.Api.Delegations;

/// <summary>A person of the agency in a client's account.</summary>
/// <param name="Id">The delegation.</param>
/// <param name="Staff">Who stepped in.</param>
/// <param name="Mode">view or manage.</param>
/// <param name="Reason">Why.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="ExpiresAt">Until when at the latest.</param>
/// <param name="EndedAt">When it was ended before its time; else null.</param>
/// <param name="EndedBy">Who ended it before its time; else null.</param>
/// <param name="Active">Whether it is in force.</param>
/// <param name="Path">Path of the account for whoever stepped in, with a slash at its end.</param>
public sealed record Delegation(
    Guid Id,
    DelegationStaff Staff,
    string Mode,
    string Reason,
    DateTimeOffset StartedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    string? EndedBy,
    bool Active,
    string Path);

/// <summary>A person of the agency.</summary>
public sealed record DelegationStaff(Guid Id, string Name);
