using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Integration;

namespace Portal.Policies.Features.Policies;

/// <summary>One term of a policy; limits in whole US dollars.</summary>
internal sealed record TermResponse(
    string Number,
    CarrierResponse Carrier,
    string? AmBestRating,
    string? AmBestSize,
    DateOnly Effective,
    DateOnly Expiration,
    PolicyLimits Limits,
    CoverageResponse Coverage,
    DateTimeOffset RecordedAt)
{
    public static TermResponse Of(PolicyTerm term) => new(
        term.Number,
        CarrierResponse.Of(term.Carrier),
        term.Carrier.AmBestRating,
        term.Carrier.AmBestSize,
        term.Effective,
        term.Expiration,
        Snapshots.Of(term.Coverage.Limits),
        CoverageResponse.Of(term.Coverage),
        term.RecordedAt);
}
