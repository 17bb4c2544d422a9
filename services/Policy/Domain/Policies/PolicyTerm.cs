namespace Portal.Policies.Domain.Policies;

/// <summary>One period of a policy, as it was or is to be in force.</summary>
internal sealed record PolicyTerm
{
    public required string Number { get; init; }

    public required Carrier Carrier { get; init; }

    /// <summary>First day of cover, from 12:01 a.m. at the insured's address.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Day on which cover ends at 12:01 a.m.</summary>
    public required DateOnly Expiration { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>When the term came onto the books or was last corrected.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Version of the event that put it onto the books.</summary>
    public long Version { get; init; }

    /// <summary>Whether both say the same of the policy, whenever they were recorded.</summary>
    public bool SaysTheSameAs(PolicyTerm other) => this.Facts() == other.Facts();
}
