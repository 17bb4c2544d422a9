using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>The rules that one term has to keep, whatever else is on the books.</summary>
internal static class TermRules
{
    /// <summary>What is wrong with a term; empty when it can stand.</summary>
    public static IReadOnlyList<Error> Broken(PolicyLine line, PolicyTerm term) =>
    [
        .. Dates(term.Effective, term.Expiration),
        .. One(PolicyNumberIsPrintable.Check(term.Number)),
        .. One(CarrierIsNamed.Check(term.Carrier.Name)),
        .. One(NaicCodeHasFiveDigits.Check(term.Carrier.Naic)),
        .. One(AmBestRatingIsKnown.Check(term.Carrier.AmBestRating)),
        .. One(AmBestSizeIsKnown.Check(term.Carrier.AmBestSize)),
        .. LimitBelongsToLine.Check(line, term.Coverage.Limits),
        .. LineStatesItsLimits.Check(line, term.Coverage.Limits),
        .. LimitIsWholeDollars.Check(term.Coverage.Limits),
        .. CoverageBelongsToLine.Check(line, term.Coverage),
    ];

    // What follows from a wrong year is not told beside it.
    private static List<Error> Dates(DateOnly effective, DateOnly expiration)
    {
        List<Error> years =
        [
            .. One(YearIsPlausible.Check(effective, nameof(PolicyTerm.Effective))),
            .. One(YearIsPlausible.Check(expiration, nameof(PolicyTerm.Expiration))),
        ];
        if (years.Count > 0)
        {
            return years;
        }

        return
        [
            .. One(ExpirationFollowsEffective.Check(effective, expiration)),
            .. One(TermLastsAtMostFiveYears.Check(effective, expiration)),
        ];
    }

    private static IEnumerable<Error> One(Error? problem) => problem is null ? [] : [problem];
}
