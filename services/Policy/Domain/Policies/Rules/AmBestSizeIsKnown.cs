using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>AM Best's financial size categories are Roman numerals from I to XV.</summary>
internal sealed record AmBestSizeIsKnown() : RuleViolation(
    "am-best-size-invalid",
    "AM Best's financial size is a Roman numeral from I to XV; use one of these, or leave it empty.")
{
    private static readonly string[] Categories =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    public static Error? Check(string? size) =>
        size is null || Categories.Contains(size, StringComparer.Ordinal)
            ? null
            : new AmBestSizeIsKnown { Field = PolicyMembers.AmBestSize };
}
