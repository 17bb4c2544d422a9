using Portal.Insurance;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// Members of a term that rules name by their path; members of the term itself are named by their name.
/// </summary>
internal static class PolicyMembers
{
    public const string CarrierName = $"{nameof(PolicyTerm.Carrier)}.{nameof(Carrier.Name)}";
    public const string CarrierNaic = $"{nameof(PolicyTerm.Carrier)}.{nameof(Carrier.Naic)}";
    public const string AmBestRating = $"{nameof(PolicyTerm.Carrier)}.{nameof(Carrier.AmBestRating)}";
    public const string AmBestSize = $"{nameof(PolicyTerm.Carrier)}.{nameof(Carrier.AmBestSize)}";

    public static string Of(LimitKind kind) => $"{nameof(Coverage.Limits)}.{kind}";

    /// <summary>The member behind a key of a term's values.</summary>
    public static string OfKey(string key) => LimitDefinition.FindByJsonName(key) is { } limit ? Of(limit.Kind)
        : TermKeys.IsAutoScope(key) ? nameof(Coverage.AutoScopes)
        : TermKeys.IsEndorsement(key) ? nameof(Coverage.Endorsements)
        : key switch
        {
            TermKeys.CoverageForm => nameof(Coverage.Form),
            TermKeys.AggregateAppliesPer => nameof(Coverage.AggregateAppliesPer),
            TermKeys.PerStatute => nameof(Coverage.PerStatute),
            TermKeys.OfficersExcluded => nameof(Coverage.OfficersExcluded),
            TermKeys.AmBestRating => AmBestRating,
            TermKeys.AmBestSize => AmBestSize,
            _ => key,
        };
}
