using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// A term lasts a year as a rule, three years where premium is prepaid, and up to five where one policy covers a
/// construction project; anything longer is a slip in the year.
/// </summary>
internal sealed record TermLastsAtMostFiveYears(DateOnly Effective, DateOnly Expiration) : RuleViolation(
    "term-too-long",
    $"The term from {Effective:O} to {Expiration:O} is longer than five years; check the year of the expiration.")
{
    private const int Years = 5;

    public static Error? Check(DateOnly effective, DateOnly expiration) =>
        expiration <= effective.AddYears(Years)
            ? null
            : new TermLastsAtMostFiveYears(effective, expiration) { Field = nameof(PolicyTerm.Expiration) };
}
