using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.Insurance;

/// <summary>One kind of limit: its words on pages and certificates, and which amounts it takes.</summary>
public sealed record LimitDefinition
{
    private static readonly FrozenDictionary<LimitKind, LimitDefinition> ByKind = LimitTable.All.ToFrozenDictionary(
        limit => limit.Kind);

    private static readonly FrozenDictionary<string, LimitDefinition> ByJsonName =
        LimitTable.All.ToFrozenDictionary(limit => limit.JsonName, StringComparer.Ordinal);

    private readonly string? _certificateName;
    private readonly string? _sectionName;

    public required LimitKind Kind { get; init; }

    /// <summary>What pages call it.</summary>
    public required string Name { get; init; }

    /// <summary>What a certificate calls it in the row of a policy.</summary>
    public string CertificateName
    {
        get => _certificateName ?? Name;
        init => _certificateName = value;
    }

    /// <summary>What a certificate calls it in the section of a line, where room is scarce.</summary>
    public string SectionName
    {
        get => _sectionName ?? CertificateName;
        init => _sectionName = value;
    }

    /// <summary>What it means, for a reader who is not of the field.</summary>
    public required string Explanation { get; init; }

    /// <summary>
    /// Whether the amount may be zero, which says that there is none. A limit of zero would cover nothing.
    /// </summary>
    public bool MayBeZero { get; init; }

    /// <summary>Its name in import files, such as <c>each_occurrence</c>.</summary>
    public string Code => SnakeCase.Of(Kind);

    /// <summary>Its name in the API's JSON, such as <c>eachOccurrence</c>.</summary>
    public string JsonName => JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString());

    /// <summary>Every limit, in the order in which certificates list them.</summary>
    public static IReadOnlyList<LimitDefinition> All => LimitTable.All;

    public static LimitDefinition Of(LimitKind kind) => ByKind[kind];

    /// <summary>The limit that the API's JSON calls so; null where there is none.</summary>
    public static LimitDefinition? FindByJsonName(string name) => ByJsonName.GetValueOrDefault(name);
}
