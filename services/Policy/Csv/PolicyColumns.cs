using System.Text.Json;
using Portal.Insurance;

namespace Portal.Policies.Csv;

/// <summary>The columns of policies.csv behind the fields that the domain's rules name.</summary>
internal static class PolicyColumns
{
    /// <summary>Columns of the limits.</summary>
    public static IReadOnlyList<string> Limits { get; } = [.. LimitDefinition.All.Select(limit => limit.Code)];

    public static string Of(LimitKind kind) => SnakeCase.Of(kind);

    /// <summary>Column of a rule's field, such as each_occurrence for limits.eachOccurrence.</summary>
    public static string Of(string field) => field switch
    {
        "number" => "policy_number",
        "carrier.name" => "carrier",
        "carrier.naic" => "naic",
        "carrier.amBestRating" => "am_best",
        "carrier.amBestSize" => "am_best_size",
        "autoScopes" => "auto_scope",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]),
    };
}
