using Portal.Notification.Domain.Deliveries;


namespace Portal.Notification.Features.Deliveries;

/// <summary>
/// A delivery as the API shows it. <c>attempts</c> counts those that the relay answered since it was last queued,
/// <c>lastAnswer</c> is the relay's last words or why there were none, <c>nextAttemptAt</c> is null unless it is
/// pending.
/// </summary>
internal sealed record DeliveryResponse(
    Guid Id,
    Guid CertificateId,
    Guid DistributionId,
    CertificateHolderResponse Holder,
    DeliveryState Status,
    int Attempts,
    string? LastAnswer,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? DeliveredAt)
{
    public static DeliveryResponse Of(Delivery delivery) => new(
        delivery.Id,
        delivery.CertificateId,
        delivery.DistributionId,
        new CertificateHolderResponse(delivery.Notice.HolderName, delivery.Notice.HolderEmail),
        delivery.State,
        delivery.Attempts,
        delivery.LastAnswer,
        delivery.HasEnded ? null : delivery.NextAttemptAt,
        delivery.DeliveredAt);
}

/// <summary>The certificate holder that a delivery goes to.</summary>
internal sealed record CertificateHolderResponse(string Name, string Email);
