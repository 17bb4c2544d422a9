using Portal.Contracts;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Rules;

/// <summary>An amount that the line does not have would be printed into a row where no reader expects it.</summary>
internal sealed record LimitBelongsToLine(PolicyLine Line, LimitKind Kind) : RuleViolation(
    "limit-not-of-line",
    $"A {Wording.Of(Line)} policy has no {Wording.Of(Kind)}; leave it empty. It has: "
    + $"{string.Join(", ", LineCoverage.Of(Line).Limits.Select(limit => Wording.Of(limit)))}.")
{
    public static IEnumerable<Error> Check(PolicyLine line, Limits limits) =>
        from stated in limits.Stated()
        where !LineCoverage.Of(line).Limits.Contains(stated.Key)
        select new LimitBelongsToLine(line, stated.Key) { Field = FieldNames.Of(stated.Key) };
}
