namespace Portal.Contracts;

/// <summary>A policy came onto the agency's books.</summary>
public sealed record PolicyAdded
{
    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required PolicySnapshot Policy { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
