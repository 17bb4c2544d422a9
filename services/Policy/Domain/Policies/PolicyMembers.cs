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

    public const string Form = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.Form)}";
    public const string AggregateAppliesPer = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.AggregateAppliesPer)}";
    public const string AutoScopes = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.AutoScopes)}";
    public const string PerStatute = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.PerStatute)}";
    public const string OfficersExcluded = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.OfficersExcluded)}";
    public const string Endorsements = $"{nameof(PolicyTerm.Coverage)}.{nameof(Coverage.Endorsements)}";

    public static string Of(LimitKind kind) => $"{nameof(Coverage.Limits)}.{kind}";

    /// <summary>The member behind a key of a term's values.</summary>
    public static string OfKey(string key) => LimitDefinition.FindByJsonName(key) is { } limit ? Of(limit.Kind)
        : TermKeys.IsAutoScope(key) ? AutoScopes
        : TermKeys.IsEndorsement(key) ? Endorsements
        : key switch
        {
            TermKeys.CoverageForm => Form,
            TermKeys.AggregateAppliesPer => AggregateAppliesPer,
            TermKeys.PerStatute => PerStatute,
            TermKeys.OfficersExcluded => OfficersExcluded,
            TermKeys.AmBestRating => AmBestRating,
            TermKeys.AmBestSize => AmBestSize,
            _ => key,
        };
}
