using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.ListDeliveries;

/// <summary>No delivery can stand where the caller asks.</summary>
internal sealed record UnknownStatus() : RuleViolation(
    "unknown-status", "The status is none of queued, delivered and failed; take one of them, or leave it out.");
