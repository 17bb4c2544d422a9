using Portal.ServiceDefaults.Results;

namespace Portal.Compliance.Features.ListEvaluations;

/// <summary>The status filter is no status.</summary>
internal sealed record UnknownStatus(string Given) : RuleViolation(
    "unknown-status", $"'{Given}' is no status; use current, expiring, expired or superseded_terms, or leave it out.");
