using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

internal sealed record BodyMissing() : RuleViolation("body-missing", "Send a JSON object.");

internal sealed record BodyNotReadable() : RuleViolation(
    "body-not-readable",
    "The JSON can't be read here; dates are written 2026-07-01, amounts as numbers, ids as UUIDs, everything else as text.");
