namespace Portal.Contracts;

/// <summary>How one delivery of a certificate ended.</summary>
public sealed record DeliveryOutcome
{
    public required Guid DeliveryId { get; init; }

    public required Guid CertificateId { get; init; }

    public required Guid DistributionId { get; init; }

    public required DeliveryStatus Status { get; init; }

    /// <summary>What the relay answered, or why the delivery was given up.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset At { get; init; }
}
