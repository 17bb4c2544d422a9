namespace Portal.Certificates.Domain.Certificates;

/// <summary>Identifies a <see cref="Certificate"/>.</summary>
public readonly record struct CertificateId(Guid Value)
{
    /// <summary>A new id, ordered by time.</summary>
    public static CertificateId New() => new(Guid.CreateVersion7());
}
