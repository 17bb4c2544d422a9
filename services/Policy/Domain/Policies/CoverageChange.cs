using Portal.Contracts.Policies;

namespace Portal.Policies.Domain.Policies;

/// <summary>What becomes of a term's coverage besides its limits; null stands for "as it is".</summary>
internal sealed record CoverageChange
{
    public CoverageForm? Form { get; init; }

    public AggregateScope? AggregateAppliesPer { get; init; }

    /// <summary>All of them; empty for none.</summary>
    public IReadOnlyList<AutoScope>? AutoScopes { get; init; }

    public bool? PerStatute { get; init; }

    public bool? OfficersExcluded { get; init; }

    /// <summary>Form numbers of all endorsements; empty for none.</summary>
    public IReadOnlyList<string>? Endorsements { get; init; }
}
