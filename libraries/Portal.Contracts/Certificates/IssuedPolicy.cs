using Portal.Contracts.Policies;

namespace Portal.Contracts.Certificates;

/// <summary>A policy that a certificate shows.</summary>
public sealed record IssuedPolicy
{
    /// <summary>The policy.</summary>
    public required Guid PolicyId { get; init; }

    /// <summary>Line of business.</summary>
    public required PolicyLine Line { get; init; }

    /// <summary>Policy number as the carrier writes it.</summary>
    public required string Number { get; init; }

    /// <summary>First day of cover.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Day on which cover ends.</summary>
    public required DateOnly Expiration { get; init; }
}
