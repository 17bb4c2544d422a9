using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Idempotency;

internal sealed record IdempotencyKeyReused() : RuleViolation(
    "idempotency-key-reused",
    "This key came with another request in the last 24 hours; take a new key for each new request.");

internal sealed record IdempotencyKeyTooLong() : RuleViolation(
    "idempotency-key-too-long", "An Idempotency-Key has at most 255 characters; a UUID is enough.");
