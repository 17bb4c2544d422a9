using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.ListClientOverviews;

internal sealed record SortNotKnown() : RuleViolation("sort-not-known", "sort is one of name, -name, nextRenewal, -nextRenewal.");
