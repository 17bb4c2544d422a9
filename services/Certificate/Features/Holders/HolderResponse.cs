using Portal.Contracts.Accounts;
using Portal.Contracts.Policies;

namespace Portal.Certificates.Features.Holders;

/// <summary>A certificate holder of a client as the API shows it.</summary>
/// <param name="Policies">Policies that it is shown.</param>
/// <param name="Revision">Revision of its newest certificate; 0 before the first.</param>
public sealed record HolderResponse(
    Guid Id,
    Guid ClientId,
    string ClientRef,
    string Name,
    PostalAddress Address,
    string Email,
    string? Project,
    IReadOnlyList<HolderPolicyResponse> Policies,
    bool AdditionalInsured,
    bool WaiverOfSubrogation,
    bool PrimaryNoncontributory,
    bool ReceivesRenewals,
    string? Description,
    string CertificateNumber,
    int Revision);

/// <summary>A policy that a holder is shown.</summary>
public sealed record HolderPolicyResponse(Guid Id, PolicyLine Line, string Number);
