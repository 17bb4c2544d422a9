using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// No policy on the books begins before 1900 or ends after 2200; such a year is a slip, and whatever counts on from a
/// day at the calendar's edge has no day to arrive at.
/// </summary>
internal sealed record YearIsPlausible(DateOnly Day, string Member) : RuleViolation(
    "year-out-of-range",
    $"The {Member.ToLowerInvariant()} date {Day:O} is not in the years {First} to {Last}; check its year.")
{
    public const int First = 1900;
    public const int Last = 2200;

    public static Error? Check(DateOnly day, string member) =>
        day.Year is >= First and <= Last ? null : new YearIsPlausible(day, member) { Field = member };
}
