using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>A part of the coverage that the line does not have, such as autos on a liability policy.</summary>
internal sealed record CoverageBelongsToLine(PolicyLine Line, string Part) : RuleViolation(
    "coverage-not-of-line", $"A {SnakeCase.Of(Line)} policy has no {Part}; leave it empty.")
{
    public static IEnumerable<Error> Check(PolicyLine line, Coverage coverage)
    {
        var has = LineOfBusiness.Of(line);
        if (coverage.Form is not null && !has.HasForm)
        {
            yield return new CoverageBelongsToLine(line, "form (occurrence or claims-made)")
            {
                Field = PolicyMembers.Form,
            };
        }

        if (coverage.AggregateAppliesPer is not null && !has.HasAggregateScope)
        {
            yield return new CoverageBelongsToLine(line, "scope of its aggregate")
            {
                Field = PolicyMembers.AggregateAppliesPer,
            };
        }

        if (coverage.AutoScopes.Count > 0 && !has.HasAutoScopes)
        {
            yield return new CoverageBelongsToLine(line, "covered autos") { Field = PolicyMembers.AutoScopes };
        }

        if (coverage.PerStatute is not null && !has.HasStatute)
        {
            yield return new CoverageBelongsToLine(line, "cover per statute") { Field = PolicyMembers.PerStatute };
        }

        if (coverage.OfficersExcluded is not null && !has.HasStatute)
        {
            yield return new CoverageBelongsToLine(line, "excluded officers")
            {
                Field = PolicyMembers.OfficersExcluded,
            };
        }
    }
}
