using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// Declarations state limits in whole US dollars above zero; only a deductible or a retention may be zero, which says
/// that there is none.
/// </summary>
internal sealed record LimitIsWholeDollars(LimitKind Kind) : RuleViolation(
    "limit-invalid",
    $"The {SnakeCase.Of(Kind)} must be whole US dollars, "
    + $"{(LimitDefinition.Of(Kind).MayBeZero ? "zero or more" : "more than zero")} and at most 100,000,000,000, "
    + "without cents.")
{
    private const decimal Highest = 100_000_000_000m;

    public static IEnumerable<Error> Check(Limits limits) =>
        from stated in limits.Stated()
        let amount = stated.Value
        where amount is < 0 or > Highest
            || (amount == 0 && !LimitDefinition.Of(stated.Key).MayBeZero)
            || decimal.Truncate(amount) != amount
        select new LimitIsWholeDollars(stated.Key) { Field = PolicyMembers.Of(stated.Key) };
}
