namespace Portal.Contracts;

/// <summary>Every certificate of a distribution was accepted by the mail relay, or has failed for good.</summary>
public sealed record DistributionCompleted
{
    public required Guid DistributionId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required int Total { get; init; }

    public required int Delivered { get; init; }

    public required int Failed { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
