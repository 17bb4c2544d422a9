using Portal.Contracts.Policies;

namespace Portal.Policies.Features.Policies;

/// <summary>What a term covers besides its limits. What is not given stays, or is not stated.</summary>
public sealed record CoverageRequest
{
    public CoverageForm? Form { get; init; }

    public AggregateScope? AggregateAppliesPer { get; init; }

    /// <summary>All covered autos; an empty list for none.</summary>
    public IReadOnlyList<AutoScope>? AutoScopes { get; init; }

    public bool? PerStatute { get; init; }

    public bool? OfficersExcluded { get; init; }

    /// <summary>Form numbers of all endorsements, such as CG 20 10; an empty list for none.</summary>
    public IReadOnlyList<string>? Endorsements { get; init; }
}
