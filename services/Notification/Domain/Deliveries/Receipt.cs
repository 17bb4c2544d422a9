namespace Portal.Notification.Domain.Deliveries;

/// <summary>
/// The relay has accepted a delivery's message. Written the moment it said so, before anything else is sent, so that a
/// process that dies afterwards does not send the message again.
/// </summary>
internal sealed class Receipt
{
    public required Guid DeliveryId { get; init; }

    /// <summary>The relay's words.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }
}
