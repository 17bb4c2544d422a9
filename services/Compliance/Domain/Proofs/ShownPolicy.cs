using Portal.Contracts.Policies;

namespace Portal.Compliance.Domain.Proofs;

/// <summary>A policy as the holder's certificate shows it.</summary>
internal sealed record ShownPolicy(
    Guid PolicyId, PolicyLine Line, string Number, DateOnly Effective, DateOnly Expiration);
