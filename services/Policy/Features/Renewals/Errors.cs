using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Renewals;

internal sealed record PolicyNamedTwice(int First) : RuleViolation(
    "policy-named-twice", $"The policy is renewals[{First}] already; name each policy once.");

internal sealed record PolicyNotOfClient() : RuleViolation(
    "policy-not-of-client", "The client has no policy with this id; take it from GET /api/v1/policies?client=.");
