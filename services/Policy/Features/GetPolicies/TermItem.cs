using Portal.Contracts;
using Portal.Policies.Domain;
using Portal.Policies.Messages;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>One term of a policy; limits in whole US dollars.</summary>
internal sealed record TermItem(
    string Number,
    CarrierItem Carrier,
    string? AmBestRating,
    string? AmBestSize,
    DateOnly Effective,
    DateOnly Expiration,
    PolicyLimits Limits,
    CoverageItem Coverage,
    DateTimeOffset RecordedAt)
{
    public static TermItem Of(PolicyTerm term) => new(
        term.Number,
        new CarrierItem(term.Carrier.Name, term.Carrier.Naic),
        term.Carrier.AmBestRating,
        term.Carrier.AmBestSize,
        term.Effective,
        term.Expiration,
        Snapshots.Of(term.Coverage.Limits),
        CoverageItem.Of(term.Coverage),
        term.RecordedAt);
}
