namespace Portal.Contracts;

/// <summary>A distribution was opened and cut into batches.</summary>
public sealed record DistributionStarted
{
    public required Guid DistributionId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Certificates that will be issued.</summary>
    public required int Total { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
