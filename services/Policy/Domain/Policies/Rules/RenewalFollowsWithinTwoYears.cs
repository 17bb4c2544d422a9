using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// Cover that comes back after more than two years is a new policy, and more often a slip in the year. A renewal mails
/// every holder at once, which nobody can take back, so the slip is stopped here.
/// </summary>
internal sealed record RenewalFollowsWithinTwoYears(PolicyTerm Current, DateOnly Effective) : RuleViolation(
    "renewal-too-late",
    $"The new term would begin on {Effective:O}, more than two years after the current one ends on "
    + $"{Current.Expiration:O}; "
    + "check the year of the effective date.")
{
    private const int Years = 2;

    public static Error? Check(PolicyTerm current, DateOnly effective) =>
        effective <= current.Expiration.AddYears(Years)
            ? null
            : new RenewalFollowsWithinTwoYears(current, effective) { Field = nameof(PolicyTerm.Effective) };
}
