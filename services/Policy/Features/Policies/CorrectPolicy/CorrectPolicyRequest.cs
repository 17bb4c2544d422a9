namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>
/// A JSON merge patch (RFC 7396) of a policy's latest term: what is not given stays, a limit given as null is taken
/// out.
/// </summary>
public sealed record CorrectPolicyRequest
{
    /// <summary>The term's first day, which stays: another one is a renewal, or a correction of an event.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Day on which the term ends at 12:01 a.m.</summary>
    public DateOnly? Expiration { get; init; }

    public string? Number { get; init; }

    public CarrierRequest? Carrier { get; init; }

    /// <summary>Limits that change, by name such as eachOccurrence, in whole US dollars.</summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }

    public CoverageRequest? Coverage { get; init; }
}
