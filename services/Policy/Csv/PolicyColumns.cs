using System.Text.Json;
using Portal.Insurance;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Csv;

/// <summary>The columns of policies.csv behind the members that the domain's rules name.</summary>
internal static class PolicyColumns
{
    /// <summary>Columns of the limits.</summary>
    public static IReadOnlyList<string> Limits { get; } = [.. LimitDefinition.All.Select(limit => limit.Code)];

    public static string Of(LimitKind kind) => SnakeCase.Of(kind);

    /// <summary>Column of the member that a rule names, such as each_occurrence for Limits.EachOccurrence.</summary>
    public static string Of(string member) => member switch
    {
        nameof(PolicyTerm.Number) => "policy_number",
        PolicyMembers.CarrierName => "carrier",
        PolicyMembers.CarrierNaic => "naic",
        PolicyMembers.AmBestRating => "am_best",
        PolicyMembers.AmBestSize => "am_best_size",
        PolicyMembers.AutoScopes => "auto_scope",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..]),
    };
}
