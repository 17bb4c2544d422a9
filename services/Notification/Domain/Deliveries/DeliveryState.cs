namespace Portal.Notification.Domain.Deliveries;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its next attempt.</summary>
    Pending,

    /// <summary>The mail relay accepted the message.</summary>
    Delivered,

    /// <summary>It can't be delivered; a person has to look, and may have it tried again.</summary>
    Failed,
}
