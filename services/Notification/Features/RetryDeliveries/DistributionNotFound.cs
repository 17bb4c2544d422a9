using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.RetryDeliveries;

/// <summary>Nothing is known of such a distribution, or not for this caller.</summary>
internal sealed record DistributionNotFound(Guid Id) : NotFound(
    "distribution-not-found", $"No delivery belongs to a distribution {Id}; take the id from GET /api/v1/distributions.");
