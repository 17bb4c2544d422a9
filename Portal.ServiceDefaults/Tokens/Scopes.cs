namespace Portal.ServiceDefaults.Tokens;

/// <summary>Scopes as resource.read and resource.write. A token without the scope is refused with 403.</summary>
public static class Scopes
{
    public const string ClientsRead = "clients.read";

    /// <summary>Details and contacts of clients, and who of them may sign in.</summary>
    public const string ClientsWrite = "clients.write";
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

    /// <summary>The agency's settings and people.</summary>
    public const string AgencyRead = "agency.read";
    public const string AgencyWrite = "agency.write";

    /// <summary>The agency's partner clients.</summary>
    public const string ApplicationsRead = "applications.read";
    public const string ApplicationsWrite = "applications.write";

    public const string AuditRead = "audit.read";

    public const string DelegationsRead = "delegations.read";

    /// <summary>Stepping into a client's account.</summary>
    public const string DelegationsWrite = "delegations.write";

    /// <summary>Ending a delegation, which the client may too.</summary>
    public const string DelegationsEnd = "delegations.end";

    /// <summary>The person's own sessions.</summary>
    public const string SessionsRead = "sessions.read";
    public const string SessionsWrite = "sessions.write";

    /// <summary>Whether the agency may step into the account.</summary>
    public const string ConsentRead = "consent.read";
    public const string ConsentWrite = "consent.write";

    /// <summary>Bytes of certificates for the service that mails them.</summary>
    public const string DocumentsRead = "documents.read";

    /// <summary>Renewals that were promised, for the service that carries them out.</summary>
    public const string RenewalsRead = "renewals.read";

    /// <summary>Turning a session's or a delegation's reference into a token, for the gateway.</summary>
    public const string SessionsExchange = "sessions.exchange";

    /// <summary>What was ended or revoked before its time, for the gateway.</summary>
    public const string RevocationsRead = "revocations.read";

    /// <summary>Every scope that a partner client can be given.</summary>
    public static IReadOnlyList<string> ForPartners { get; } =
    [
        ClientsRead, PoliciesRead, PoliciesWrite, ImportsRead, ImportsWrite, HoldersRead, CertificatesRead,
        DistributionsRead, DeliveriesRead, DeliveriesWrite, ComplianceRead,
    ];

    /// <summary>Every scope that only people who signed in can have.</summary>
    public static IReadOnlyList<string> ForPeople { get; } =
    [
        ClientsWrite, AgencyRead, AgencyWrite, ApplicationsRead, ApplicationsWrite, AuditRead, DelegationsRead,
        DelegationsWrite,
        DelegationsEnd, SessionsRead, SessionsWrite, ConsentRead, ConsentWrite,
    ];

    /// <summary>Every scope that only the portal's own services can be given.</summary>
    public static IReadOnlyList<string> ForServices { get; } =
    [
        DocumentsRead, RenewalsRead, SessionsExchange, RevocationsRead,
    ];
}
