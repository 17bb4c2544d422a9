using Portal.Contracts;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Rules;

/// <summary>A policy without the limit that makes up its line can't be shown on a certificate.</summary>
internal sealed record LineStatesItsLimits(PolicyLine Line, LimitKind Kind) : RuleViolation(
    "limit-required", $"A {Wording.Of(Line)} policy must state its {Wording.Of(Kind)}; take it from the declarations page.")
{
    public static IEnumerable<Error> Check(PolicyLine line, Limits limits) =>
        from kind in LineCoverage.Of(line).Required
        where limits[kind] is null
        select new LineStatesItsLimits(line, kind) { Field = FieldNames.Of(kind) };
}
