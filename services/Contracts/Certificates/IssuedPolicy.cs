namespace Portal.Contracts;

/// <summary>A policy that a certificate shows.</summary>
public sealed record IssuedPolicy
{
    public required Guid PolicyId { get; init; }

    public required PolicyLine Line { get; init; }

    public required string Number { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly Expiration { get; init; }
}
