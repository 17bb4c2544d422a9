namespace Portal.ServiceDefaults.Tokens;

/// <summary>Scopes as resource.read and resource.write. A token without the scope is refused with 403.</summary>
public static class Scopes
{
    public const string ClientsRead = "clients.read";
    public const string PoliciesRead = "policies.read";
    public const string PoliciesWrite = "policies.write";
    public const string ImportsRead = "imports.read";
    public const string ImportsWrite = "imports.write";
    public const string HoldersRead = "holders.read";
    public const string CertificatesRead = "certificates.read";
    public const string DistributionsRead = "distributions.read";
    public const string DeliveriesRead = "deliveries.read";
    public const string DeliveriesWrite = "deliveries.write";
    public const string ComplianceRead = "compliance.read";

    /// <summary>Bytes of certificates for the service that mails them.</summary>
    public const string DocumentsRead = "documents.read";

    /// <summary>Renewals that were promised, for the service that carries them out.</summary>
    public const string RenewalsRead = "renewals.read";

    /// <summary>Every scope that a partner client can be given.</summary>
    public static IReadOnlyList<string> ForPartners { get; } =
    [
        ClientsRead, PoliciesRead, PoliciesWrite, ImportsRead, ImportsWrite, HoldersRead, CertificatesRead,
        DistributionsRead, DeliveriesRead, DeliveriesWrite, ComplianceRead,
    ];

    /// <summary>Every scope that only the portal's own services can be given.</summary>
    public static IReadOnlyList<string> ForServices { get; } = [DocumentsRead, RenewalsRead];
}
