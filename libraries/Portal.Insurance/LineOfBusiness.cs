using System.Collections.Frozen;
using Portal.Contracts.Policies;
using Portal.Insurance.Lines;

namespace Portal.Insurance;

/// <summary>
/// A line of business: what it is called, which limits and parts of a coverage a policy of it has, and where a
/// certificate shows it. Each is one file in Lines.
/// </summary>
public sealed record LineOfBusiness
{
    private static readonly FrozenDictionary<PolicyLine, LineOfBusiness> ByLine = Definitions()
        .ToFrozenDictionary(line => line.Line);

    private readonly string? _shortName;

    public required PolicyLine Line { get; init; }

    /// <summary>Its name in full, as certificates and the mails with them have it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Its name where people talk of it, as on pages and in sentences; the same as in full unless given.
    /// </summary>
    public string ShortName
    {
        get => _shortName ?? Name;
        init => _shortName = value;
    }

    /// <summary>What it pays for, for a reader who is not of the field.</summary>
    public required string Explanation { get; init; }

    /// <summary>Amounts that a policy of the line can state, in the order in which certificates list them.</summary>
    public required IReadOnlyList<LineLimit> Limits { get; init; }

    /// <summary>Where a certificate shows it; null where it is a row among the other policies.</summary>
    public CertificateSection? Section { get; init; }

    /// <summary>Whether cover is triggered by occurrence or by claim.</summary>
    public bool HasForm { get; init; }

    /// <summary>Whether the aggregate can apply per project or location (CG 25 03, CG 25 04).</summary>
    public bool HasAggregateScope { get; init; }

    /// <summary>Whether it covers autos, of a scope.</summary>
    public bool HasAutoScopes { get; init; }

    /// <summary>Whether cover follows a state's statute and names excluded officers.</summary>
    public bool HasStatute { get; init; }

    /// <summary>Whether a policy can have additional insureds; a certificate says N/A where not.</summary>
    public bool HasAdditionalInsureds { get; init; } = true;

    /// <summary>Whether umbrella and excess policies follow the line in what it gives a certificate holder.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether a policy gives a certificate holder what the primary policies give.</summary>
    public bool FollowsPrimary { get; init; }

    /// <summary>Standard endorsements of the line.</summary>
    public IReadOnlyList<EndorsementForm> Endorsements { get; init; } = [];

    /// <summary>Its word in the API and the import files, such as <c>general_liability</c>.</summary>
    public string Code => SnakeCase.Of(Line);

    /// <summary>Every line, in the order in which certificates list them.</summary>
    public static IReadOnlyList<LineOfBusiness> All { get; } = [.. ByLine.Values.OrderBy(line => line.Line)];

    public static LineOfBusiness Of(PolicyLine line) => ByLine[line];

    /// <summary>The line that the API and the import files call so; null where there is none.</summary>
    public static LineOfBusiness? Find(string code) => SnakeCase.Find<PolicyLine>(code) is { } line ? Of(line) : null;

    /// <summary>Whether a policy of the line can state the amount.</summary>
    public bool Has(LimitKind kind) => Limit(kind) is not null;

    /// <summary>What pages call one of the line's limits.</summary>
    public string NameOf(LimitKind kind) => Limit(kind)?.Name ?? LimitDefinition.Of(kind).Name;

    /// <summary>What one of the line's limits means, for a reader who is not of the field.</summary>
    public string ExplanationOf(LimitKind kind) => Limit(kind)?.Explanation ?? LimitDefinition.Of(kind).Explanation;

    /// <summary>What a certificate calls one of the line's limits in the row of a policy.</summary>
    public string CertificateNameOf(LimitKind kind, CoverageForm? form)
    {
        var limit = Limit(kind);
        return (form == CoverageForm.ClaimsMade ? limit?.ClaimsMadeName : null) ?? limit?.Name
            ?? LimitDefinition.Of(kind).CertificateName;
    }

    /// <summary>What a certificate calls one of the line's limits in the section that it has for the line.</summary>
    public string SectionNameOf(LimitKind kind) => Limit(kind)?.Name ?? LimitDefinition.Of(kind).SectionName;

    private LineLimit? Limit(LimitKind kind) => Limits.FirstOrDefault(limit => limit.Kind == kind);

    // A line is found by its file alone, so that a new one is named nowhere else.
    private static IEnumerable<LineOfBusiness> Definitions() => typeof(ILineDefinition).Assembly.GetTypes()
        .Where(type => type is { IsInterface: false } && typeof(ILineDefinition).IsAssignableFrom(type))
        .Select(type => ((ILineDefinition)Activator.CreateInstance(type, nonPublic: true)!).Line);
}
