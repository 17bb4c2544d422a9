using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>The scale of AM Best's financial strength rating, with its non-rating designations.</summary>
internal sealed record AmBestRatingIsKnown() : RuleViolation(
    "am-best-rating-invalid", $"AM Best rates as {string.Join(", ", Scale)}; use one of these, or leave it empty.")
{
    private static readonly string[] Scale =
        ["A++", "A+", "A", "A-", "B++", "B+", "B", "B-", "C++", "C+", "C", "C-", "D", "E", "F", "S", "NR"];

    public static Error? Check(string? rating) =>
        rating is null || Scale.Contains(rating, StringComparer.Ordinal)
            ? null
            : new AmBestRatingIsKnown { Field = PolicyMembers.AmBestRating };
}
