namespace Portal.Contracts.Identity;

/// <summary>Somebody changed something in a service; Identity enters it into the audit trail.</summary>
public sealed record ActionRecorded
{
    /// <summary>One a request; told again it is the same act.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
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

    /// <summary>The delegation under which a broker acts in a client's account; null where there is none.</summary>
    public Guid? DelegationId { get; init; }

    /// <summary>The session that it was done in; null for what a partner does by the API.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Service and operation, such as <c>policy.RenewPolicy</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Path of what was changed.</summary>
    public required string Target { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
