namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>All that is said of a term when it is put onto the books.</summary>
internal sealed record TermFacts
{
    /// <summary>The policy's number in this term.</summary>
    public required string Number { get; init; }

    /// <summary>Legal name of the insurer.</summary>
    public required string Carrier { get; init; }

    /// <summary>Its NAIC company code, five digits; null where it is not known.</summary>
    public string? Naic { get; init; }

    /// <summary>First day of cover, from 12:01 a.m. at the insured's mailing address.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Day on which cover ends at 12:01 a.m.</summary>
    public required DateOnly Expiration { get; init; }

    public required TermValues Values { get; init; }

    /// <summary>What has to be said of these facts so that they become others.</summary>
    public EventChange ChangeTo(TermFacts other) => new()
    {
        Number = other.Number == Number ? null : other.Number,
        Carrier = other.Carrier == Carrier ? null : other.Carrier,
        Naic = other.Naic == Naic ? null : other.Naic,
        Effective = other.Effective == Effective ? null : other.Effective,
        Expiration = other.Expiration == Expiration ? null : other.Expiration,
        Values = Values.ChangeTo(other.Values),
    };
}
