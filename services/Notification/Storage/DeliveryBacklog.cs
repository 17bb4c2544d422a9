namespace Portal.Notification.Storage;

/// <summary>Deliveries that the relay has not accepted.</summary>
/// <param name="Due">Could be sent now.</param>
/// <param name="Later">Wait for their next attempt.</param>
/// <param name="Failed">Wait for a person.</param>
internal sealed record DeliveryBacklog(long Due, long Later, long Failed)
{
    /// <summary>Deliveries that are still to be sent.</summary>
    public long Waiting => Due + Later;
}
