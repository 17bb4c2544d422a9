using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Policies;

/// <summary>Keys of the values of a term; limits have their names in the API.</summary>
internal static class TermKeys
{
    public const string CoverageForm = "coverageForm";
    public const string AggregateAppliesPer = "aggregateAppliesPer";
    public const string PerStatute = "perStatute";
    public const string OfficersExcluded = "officersExcluded";
    public const string AmBestRating = "amBestRating";
    public const string AmBestSize = "amBestSize";

    private const string Scope = "autoScope:";
    private const string Endorsement = "form:";

    // What one insurer grants or asks says nothing of another's policy.
    private static readonly HashSet<string> OfInsurer =
    [
        CoverageForm, AggregateAppliesPer, AmBestRating, AmBestSize, Of(LimitKind.Deductible), Of(LimitKind.Retention),
    ];

    public static string Of(LimitKind kind) => LimitDefinition.Of(kind).JsonName;

    public static string Of(AutoScope scope) => Scope + SnakeCase.Of(scope);

    /// <param name="form">Number of the form, such as CG 20 10.</param>
    public static string OfEndorsement(string form) => Endorsement + form;

    public static bool IsAutoScope(string key) => key.StartsWith(Scope, StringComparison.Ordinal);

    public static bool IsEndorsement(string key) => key.StartsWith(Endorsement, StringComparison.Ordinal);

    /// <summary>What a key of a scope or an endorsement names.</summary>
    public static string NameOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether a value is one insurer's own, so that another's policy starts without it.</summary>
    public static bool IsOfInsurer(string key) => OfInsurer.Contains(key) || IsAutoScope(key) || IsEndorsement(key);

    /// <summary>Whether a value is somebody's judgement of the insurer, and not of the policy.</summary>
    public static bool IsRating(string key) => key is AmBestRating or AmBestSize;

    /// <summary>The change that takes values out.</summary>
    public static TermValues TakenOut(this TermValues values, Func<string, bool> which) =>
        TermValues.Of(values.Keys.Where(which).Select(key => KeyValuePair.Create(key, (TermValue?)null)));
}
