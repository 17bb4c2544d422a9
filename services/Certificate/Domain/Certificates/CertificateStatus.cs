namespace Portal.Certificates.Domain.Certificates;

/// <summary>Standing of a certificate as its verification shows it.</summary>
public enum CertificateStatus
{
    /// <summary>The newest certificate of its share, with cover in force or to come.</summary>
    Current,

    /// <summary>A newer revision took its place.</summary>
    Superseded,

    /// <summary>The newest of its share, but all policies that it shows have expired.</summary>
    Expired,
}
