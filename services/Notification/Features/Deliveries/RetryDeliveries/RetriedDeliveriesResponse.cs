namespace Portal.Notification.Features.Deliveries.RetryDeliveries;

/// <summary>What was put back into the queue.</summary>
/// <param name="Retried">How many deliveries; 0 when none had failed.</param>
internal sealed record RetriedDeliveriesResponse(int Retried);
