using Portal.Contracts;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Rules;

/// <summary>The rules that one term has to keep, whatever else is on the books.</summary>
internal static class TermRules
{
    /// <summary>What is wrong with a term; empty when it can stand.</summary>
    public static IReadOnlyList<Error> Broken(PolicyLine line, PolicyTerm term) =>
    [
        .. One(ExpirationFollowsEffective.Check(term.Effective, term.Expiration)),
        .. One(TermLastsAtMostFiveYears.Check(term.Effective, term.Expiration)),
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

    private static IEnumerable<Error> One(Error? problem) => problem is null ? [] : [problem];
}
