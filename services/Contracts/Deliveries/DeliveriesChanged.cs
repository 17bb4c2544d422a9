namespace Portal.Contracts;

/// <summary>Deliveries reached an end: accepted by the relay, or failed for good.</summary>
public sealed record DeliveriesChanged
{
    public required Guid AgencyId { get; init; }

    public required DeliveryOutcome[] Deliveries { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
