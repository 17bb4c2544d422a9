using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features;

/// <summary>There is no such delivery, or not for this caller.</summary>
internal sealed record DeliveryNotFound(Guid Id) : NotFound(
    "delivery-not-found", $"There is no delivery {Id}; take the id from GET /api/v1/deliveries.");
