using Portal.Contracts;

namespace Portal.Compliance.Domain;

/// <summary>A policy as the holder's certificate shows it.</summary>
internal sealed record ShownPolicy(Guid PolicyId, PolicyLine Line, string Number, DateOnly Effective, DateOnly Expiration);
