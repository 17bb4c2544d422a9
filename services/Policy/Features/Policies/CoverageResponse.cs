using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Features.Policies;

/// <summary>What a term covers besides its limits; what its line does not have is null or empty.</summary>
internal sealed record CoverageResponse(
    CoverageForm? Form,
    AggregateScope? AggregateAppliesPer,
    IReadOnlyList<AutoScope> AutoScopes,
    bool? PerStatute,
    bool? OfficersExcluded,
    IReadOnlyList<string> Endorsements)
{
    public static CoverageResponse Of(Coverage coverage) => new(
        coverage.Form,
        coverage.AggregateAppliesPer,
        coverage.AutoScopes,
        coverage.PerStatute,
        coverage.OfficersExcluded,
        coverage.Endorsements);
}
