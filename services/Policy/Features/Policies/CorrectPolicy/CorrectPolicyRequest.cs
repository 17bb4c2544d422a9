namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>
/// A JSON merge patch (RFC 7396) of a policy's latest term: what is not given stays, a limit given as null is taken
/// out.
/// </summary>
public sealed record CorrectPolicyRequest
{
    /// <summary>Another first day is a renewal.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>In a renewal that names none, the new term is as long as the old one.</summary>
    public DateOnly? Expiration { get; init; }

    public string? Number { get; init; }

    public CarrierRequest? Carrier { get; init; }

    /// <summary>Limits that change, by name such as eachOccurrence, in whole US dollars.</summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }
}
