namespace Portal.Contracts.Deliveries;

/// <summary>End of a delivery.</summary>
public enum DeliveryStatus
{
    /// <summary>The mail relay accepted the message.</summary>
    Delivered,

    /// <summary>It can't be delivered; a person has to look.</summary>
    Failed,
}
