namespace Portal.Contracts.Certificates;

/// <summary>A distribution was opened and cut into batches.</summary>
public sealed record DistributionStarted
{
    /// <summary>The distribution.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Certificates that will be issued.</summary>
    public required int Total { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
