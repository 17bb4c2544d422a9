namespace Portal.Certificates.Domain;

/// <summary>Identifies a <see cref="Distribution"/>; given by the renewal that causes it.</summary>
public readonly record struct DistributionId(Guid Value);
