using Portal.Contracts.Policies;

namespace Portal.Certificates.Features.Certificates.PreviewCertificate;

/// <summary>
/// A certificate as it would look: the holder, and the insured and policies that the preview of the renewal answered.
/// </summary>
public sealed record CertificatePreviewRequest
{
    /// <summary>The holder's share.</summary>
    public required Guid ShareId { get; init; }

    public required InsuredSnapshot Insured { get; init; }

    /// <summary>Policies as they would stand; those that the holder is not shown are left out.</summary>
    public required IReadOnlyList<PolicySnapshot> Policies { get; init; }

    /// <summary>
    /// Whether nothing that a certificate shows was sent as null, which JSON allows where the types don't.
    /// </summary>
    internal bool IsWhole() =>
        Insured is { ClientRef: not null, LegalName: not null }
        && Insured.Address is { Street: not null, City: not null, State: not null, Zip: not null }
        && Policies?.All(IsWhole) is true;

    private static bool IsWhole(PolicySnapshot policy) =>
        policy is { Number: not null, CarrierName: not null, CarrierNaic: not null, Limits: not null }
            && policy is { AutoScopes: not null, Endorsements: not null }
        && policy.Endorsements.All(form => form is not null);
}
