using Portal.Notification.Domain.Deliveries;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.Deliveries;

/// <summary>There is no such delivery, or not for this caller.</summary>
internal sealed record DeliveryNotFound(Guid Id) : NotFound(
    "delivery-not-found", $"There is no delivery {Id}; take the id from GET /api/v1/deliveries.");

/// <summary>Only what has failed can be tried again.</summary>
internal sealed record DeliveryNotFailed(DeliveryState State) : Conflict(
    "delivery-not-failed",
    $"The delivery is {State.ToString().ToLowerInvariant()}; only a failed one can be tried again.");

/// <summary>There are no deliveries of such a distribution, or not for this caller.</summary>
internal sealed record DistributionNotFound(Guid Id) : NotFound(
    "distribution-not-found",
    $"No delivery belongs to a distribution {Id}; take the id from GET /api/v1/distributions.");
