namespace Portal.Contracts.Policies;

/// <summary>A policy was corrected within its term.</summary>
public sealed record PolicyChanged
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
