using Portal.Policies.Features.Policies;

namespace Portal.Policies.Features.Renewals.RenewPolicies;

/// <summary>A new term. What is not given stays as the current term has it.</summary>
public record RenewPolicyRequest
{
    /// <summary>First day of the new term; the day on which the current one ends, or later.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Day on which the new term ends at 12:01 a.m.</summary>
    public DateOnly? Expiration { get; init; }

    public string? Number { get; init; }

    public CarrierRequest? Carrier { get; init; }

    /// <summary>Limits that change, by name such as eachOccurrence, in whole US dollars.</summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }

    /// <summary>
    /// Coverage that changes. Under another insurer's NAIC code a term starts without the last one's endorsements,
    /// form, scopes, deductible and retention, so state them.
    /// </summary>
    public CoverageRequest? Coverage { get; init; }

    public string? Reason { get; init; }
}
