using Portal.Notification.Domain;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.RetryDelivery;

/// <summary>Only what has failed can be tried again.</summary>
internal sealed record DeliveryNotFailed(DeliveryState State) : Conflict(
    "delivery-not-failed", $"The delivery is {State.ToString().ToLowerInvariant()}; only a failed one can be tried again.");
