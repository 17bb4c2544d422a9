using System.Text.Json;

namespace Portal.Policies.Domain;

/// <summary>How problems name the limits of a policy: as the API's JSON does.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, LimitKind> Kinds =
        Enum.GetValues<LimitKind>().ToDictionary(Camel, StringComparer.Ordinal);

    /// <summary>Names of all limits.</summary>
    public static IReadOnlyCollection<string> Limits => Kinds.Keys;

    public static string Of(LimitKind kind) => $"limits.{Camel(kind)}";

    public static LimitKind? Limit(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    private static string Camel(LimitKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
