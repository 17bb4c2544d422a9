using Portal.Contracts.Policies;

namespace Portal.Insurance;

/// <summary>
/// The field's words for the parts of a coverage besides its limits, and what they mean to a reader who is not of it.
/// </summary>
public static class CoverageTerms
{
    public static string NameOf(CoverageForm form) => form switch
    {
        CoverageForm.Occurrence => "Occurrence",
        CoverageForm.ClaimsMade => "Claims-made",
        _ => throw Unknown(form),
    };

    public static string ExplanationOf(CoverageForm form) => form switch
    {
        CoverageForm.Occurrence => "Covers what happens during the term, even if the claim comes later.",
        CoverageForm.ClaimsMade =>
            "Covers claims that are made during the term. Ask your agency before you let it end.",
        _ => throw Unknown(form),
    };

    public static string NameOf(AggregateScope scope) => scope switch
    {
        AggregateScope.Policy => "Policy",
        AggregateScope.Project => "Project",
        AggregateScope.Location => "Location",
        _ => throw Unknown(scope),
    };

    public static string ExplanationOf(AggregateScope scope) => scope switch
    {
        AggregateScope.Policy => "The general aggregate counts once for the whole policy.",
        AggregateScope.Project => "The general aggregate counts for each project anew.",
        AggregateScope.Location => "The general aggregate counts for each location anew.",
        _ => throw Unknown(scope),
    };

    public static string NameOf(AutoScope scope) => scope switch
    {
        AutoScope.Any => "Any auto",
        AutoScope.Owned => "Owned autos only",
        AutoScope.Scheduled => "Scheduled autos",
        AutoScope.Hired => "Hired autos only",
        AutoScope.NonOwned => "Non-owned autos only",
        _ => throw Unknown(scope),
    };

    /// <summary>The name beside a box of a certificate.</summary>
    public static string BoxNameOf(AutoScope scope) => scope switch
    {
        AutoScope.Any => "Any auto",
        AutoScope.Owned => "Owned only",
        AutoScope.Scheduled => "Scheduled",
        AutoScope.Hired => "Hired only",
        AutoScope.NonOwned => "Non-owned only",
        _ => throw Unknown(scope),
    };

    /// <summary>The name in a list behind "Autos:".</summary>
    public static string ListedNameOf(AutoScope scope) => scope switch
    {
        AutoScope.Any => "any",
        AutoScope.Owned => "owned",
        AutoScope.Scheduled => "scheduled",
        AutoScope.Hired => "hired",
        AutoScope.NonOwned => "non-owned",
        _ => throw Unknown(scope),
    };

    private static ArgumentOutOfRangeException Unknown<T>(T value)
        where T : struct, Enum => new(nameof(value), value, $"There is no name for this {typeof(T).Name}.");
}
