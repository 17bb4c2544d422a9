namespace Portal.Web.Api.Certificates;

/// <summary>A certificate holder of a client, and what it is shown.</summary>
public sealed record Holder(
    Guid Id,
    string Name,
    HolderAddress Address,
    string Email,
    string? Project,
    IReadOnlyList<HolderPolicy> Policies,
    bool AdditionalInsured,
    bool WaiverOfSubrogation,
    bool PrimaryNoncontributory,
    bool ReceivesRenewals,
    string CertificateNumber,
    int Revision);

/// <summary>A postal address in the United States.</summary>
public sealed record HolderAddress(string Street, string City, string State, string Zip);

/// <summary>A policy that a holder is shown.</summary>
public sealed record HolderPolicy(Guid Id, string Line, string Number);
