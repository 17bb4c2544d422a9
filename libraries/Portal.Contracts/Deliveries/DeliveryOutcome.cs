namespace Portal.Contracts.Deliveries;

/// <summary>How one delivery of a certificate ended.</summary>
public sealed record DeliveryOutcome
{
    /// <summary>The delivery.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The certificate.</summary>
    public required Guid CertificateId { get; init; }

    /// <summary>The distribution.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>How it ended.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>What the relay answered, or why the delivery was given up.</summary>
    public string? Detail { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }
}
