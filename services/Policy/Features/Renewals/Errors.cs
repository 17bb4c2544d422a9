using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Renewals;

internal sealed record ClientNotFound() : NotFound(
    "client-not-found", "There is no client with this id; take it from GET /api/v1/clients.");

internal sealed record PolicyNamedTwice(int First) : RuleViolation(
    "policy-named-twice", $"The policy is renewals[{First}] already; name each policy once.");

internal sealed record PolicyNotOfClient() : RuleViolation(
    "policy-not-of-client", "The client has no policy with this id; take it from GET /api/v1/policies?client=.");
