using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>What an endorsement says of a term is corrected where it was said.</summary>
internal sealed record ChangeWasEndorsed(long Version) : RuleViolation(
    "value-endorsed",
    $"An endorsement says this since (event {Version}); correct that event by POST "
    + "/api/v1/policies/{id}/corrections, or endorse the policy.");
