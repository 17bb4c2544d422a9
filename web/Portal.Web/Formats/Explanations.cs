using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Web.Formats;

/// <summary>
/// What coverages, limits and forms mean, for readers who are not of the field; null where the portal has no words for
/// it.
/// </summary>
internal static class Explanations
{
    public static string? Line(string line) => LineOfBusiness.Find(line)?.Explanation;

    /// <summary>What a limit means on a policy of the line.</summary>
    public static string? Limit(string line, string limit) => LimitDefinition.FindByJsonName(limit) is { } known
        ? LineOfBusiness.Find(line)?.ExplanationOf(known.Kind) ?? known.Explanation
        : null;

    public static string? Form(string form) =>
        SnakeCase.Find<CoverageForm>(form) is { } known ? CoverageTerms.ExplanationOf(known) : null;

    public static string? AggregateScope(string scope) =>
        SnakeCase.Find<AggregateScope>(scope) is { } known ? CoverageTerms.ExplanationOf(known) : null;

    /// <summary>What a form that is part of a policy does; null where only the form itself can say.</summary>
    public static string? Endorsement(string form) => EndorsementForm.Find(form)?.Explanation;
}
