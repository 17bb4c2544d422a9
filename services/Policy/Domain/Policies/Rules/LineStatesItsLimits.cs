using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>A policy without the limit that makes up its line can't be shown on a certificate.</summary>
internal sealed record LineStatesItsLimits(PolicyLine Line, LimitKind Kind) : RuleViolation(
    "limit-required",
    $"A {SnakeCase.Of(Line)} policy must state its {SnakeCase.Of(Kind)}; take it from the declarations page.")
{
    public static IEnumerable<Error> Check(PolicyLine line, Limits limits) =>
        from limit in LineOfBusiness.Of(line).Limits
        where limit.IsRequired && limits[limit.Kind] is null
        select new LineStatesItsLimits(line, limit.Kind) { Field = PolicyMembers.Of(limit.Kind) };
}
