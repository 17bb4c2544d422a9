using Portal.Contracts.Policies;

namespace Portal.Policies.Domain.Policies;

/// <summary>What a term covers, as its declarations have it; what its line does not have is null or empty.</summary>
internal sealed record Coverage
{
    public CoverageForm? Form { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>To what the general aggregate limit applies.</summary>
    public AggregateScope? AggregateAppliesPer { get; init; }

    public List<AutoScope> AutoScopes { get; init; } = [];

    /// <summary>Workers compensation as the statute of the state has it.</summary>
    public bool? PerStatute { get; init; }

    /// <summary>
    /// Whether a proprietor, partner, executive officer or member is excluded from workers compensation.
    /// </summary>
    public bool? OfficersExcluded { get; init; }

    /// <summary>Form numbers of the endorsements, such as CG 20 10.</summary>
    public List<string> Endorsements { get; init; } = [];

    public bool Equals(Coverage? other) =>
        other is not null
        && Form == other.Form
        && Limits == other.Limits
        && AggregateAppliesPer == other.AggregateAppliesPer
        && PerStatute == other.PerStatute
        && OfficersExcluded == other.OfficersExcluded
        && AutoScopes.SequenceEqual(other.AutoScopes)
        && Endorsements.SequenceEqual(other.Endorsements, StringComparer.Ordinal);

    public override int GetHashCode() =>
        HashCode.Combine(
            Form, Limits, AggregateAppliesPer, PerStatute, OfficersExcluded, AutoScopes.Count, Endorsements.Count);
}
