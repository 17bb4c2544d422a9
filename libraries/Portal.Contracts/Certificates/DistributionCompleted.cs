namespace Portal.Contracts.Certificates;

/// <summary>Every certificate of a distribution was accepted by the mail relay, or has failed for good.</summary>
public sealed record DistributionCompleted
{
    /// <summary>The distribution.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Certificates of the distribution.</summary>
    public required int Total { get; init; }

    /// <summary>Certificates whose mail was accepted.</summary>
    public required int Delivered { get; init; }

    /// <summary>Certificates whose mail was given up.</summary>
    public required int Failed { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
