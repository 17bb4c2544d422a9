namespace Portal.Contracts.Deliveries;

/// <summary>Deliveries reached an end: accepted by the relay, or failed for good.</summary>
public sealed record DeliveriesChanged
{
    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The deliveries that ended.</summary>
    public required DeliveryOutcome[] Deliveries { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
