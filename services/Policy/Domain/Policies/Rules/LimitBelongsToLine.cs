using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>An amount that the line does not have would be printed into a row where no reader expects it.</summary>
internal sealed record LimitBelongsToLine(PolicyLine Line, LimitKind Kind) : RuleViolation(
    "limit-not-of-line",
    $"A {SnakeCase.Of(Line)} policy has no {SnakeCase.Of(Kind)}; leave it empty. It has: "
    + $"{string.Join(", ", LineOfBusiness.Of(Line).Limits.Select(limit => SnakeCase.Of(limit.Kind)))}.")
{
    public static IEnumerable<Error> Check(PolicyLine line, Limits limits) =>
        from stated in limits.Stated()
        where !LineOfBusiness.Of(line).Has(stated.Key)
        select new LimitBelongsToLine(line, stated.Key) { Field = PolicyMembers.Of(stated.Key) };
}
