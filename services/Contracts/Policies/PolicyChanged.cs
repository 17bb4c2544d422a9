namespace Portal.Contracts;

/// <summary>A policy was corrected within its term.</summary>
public sealed record PolicyChanged
{
    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required PolicySnapshot Policy { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
