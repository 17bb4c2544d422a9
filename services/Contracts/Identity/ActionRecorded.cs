namespace Portal.Contracts;

/// <summary>Somebody changed something in a service; Identity enters it into the audit trail.</summary>
public sealed record ActionRecorded
{
    /// <summary>One a request; told again it is the same act.</summary>
    public required Guid ActionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Client whose data was changed, where the request or its token says whose.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who did it: the broker where one acts for a client, else the subject of the token.</summary>
    public required string ActorId { get; init; }

    /// <summary>Role in the token of whoever did it.</summary>
    public required string ActorRole { get; init; }

    /// <summary>Name of whoever did it, where the token has one.</summary>
    public string? ActorName { get; init; }

    /// <summary>Client on whose behalf it was done; null where nobody acted for another.</summary>
    public string? OnBehalfOf { get; init; }

    public Guid? DelegationId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>Service and operation, such as <c>policy.RenewPolicy</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Path of what was changed.</summary>
    public required string Target { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
