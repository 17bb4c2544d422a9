using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.RenewPolicies;

internal sealed record ClientNotFound() : NotFound("client-not-found", "There is no client with this id; take it from GET /api/v1/clients.");

internal sealed record PolicyNamedTwice(int First) : RuleViolation(
    "policy-named-twice", $"The policy is renewals[{First}] already; name each policy once.");

internal sealed record PolicyNotOfClient() : RuleViolation(
    "policy-not-of-client", "The client has no policy with this id; take it from GET /api/v1/policies?client=.");

internal sealed record LimitNotKnown() : RuleViolation(
    "field-unexpected", $"There is no such limit; use {string.Join(", ", LimitDefinition.All.Select(limit => limit.JsonName))}.");
