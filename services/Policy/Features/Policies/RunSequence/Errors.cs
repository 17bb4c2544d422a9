using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RunSequence;

internal sealed record MemberNotOfEvent(string Member, string Type) : RuleViolation(
    "field-unexpected", $"An event of the type {Type} has no '{Member}'; take it out.");
