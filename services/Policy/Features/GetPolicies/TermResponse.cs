using Portal.Contracts;
using Portal.Policies.Domain;
using Portal.Policies.Messages;

namespace Portal.Policies.Features.GetPolicies;

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
        new CarrierResponse(term.Carrier.Name, term.Carrier.Naic),
        term.Carrier.AmBestRating,
        term.Carrier.AmBestSize,
        term.Effective,
        term.Expiration,
        Snapshots.Of(term.Coverage.Limits),
        CoverageResponse.Of(term.Coverage),
        term.RecordedAt);
}
