namespace Portal.Contracts.Policies;

/// <summary>A policy came onto the agency's books.</summary>
public sealed record PolicyAdded
{
    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The policy as it is now.</summary>
    public required PolicySnapshot Policy { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
