using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// A new term begins when the current one ends, or later: two terms of one policy never cover the same day, and terms
/// never run backwards. A gap is allowed, since cover does lapse.
/// </summary>
internal sealed record RenewalFollowsCurrentTerm(PolicyTerm Current, DateOnly Effective) : RuleViolation(
    Effective <= Current.Effective ? "term-runs-backwards" : "term-overlaps",
    $"The new term would begin on {Effective:O}, before the current one ({Current.Effective:O} to "
    + $"{Current.Expiration:O}) ends; "
    + $"give {Current.Expiration:O} or later.")
{
    public static Error? Check(PolicyTerm current, DateOnly effective) =>
        effective >= current.Expiration
            ? null
            : new RenewalFollowsCurrentTerm(current, effective) { Field = nameof(PolicyTerm.Effective) };
}
