using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>Cover runs from 12:01 a.m. of one day to 12:01 a.m. of a later one.</summary>
internal sealed record ExpirationFollowsEffective(DateOnly Effective, DateOnly Expiration) : RuleViolation(
    "expiration-before-effective",
    $"The term would end on {Expiration:O}, not after it begins on {Effective:O}; give an expiration after the "
    + "effective date.")
{
    public static Error? Check(DateOnly effective, DateOnly expiration) =>
        expiration > effective
            ? null
            : new ExpirationFollowsEffective(effective, expiration) { Field = nameof(PolicyTerm.Expiration) };
}
