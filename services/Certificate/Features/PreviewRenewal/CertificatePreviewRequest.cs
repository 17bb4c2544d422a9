using Portal.Contracts;

namespace Portal.Certificates.Features.PreviewRenewal;

/// <summary>A certificate as it would look: the holder, and the insured and policies that the preview of the renewal answered.</summary>
public sealed record CertificatePreviewRequest
{
    /// <summary>The holder's share.</summary>
    public required Guid ShareId { get; init; }

    public required InsuredSnapshot Insured { get; init; }

    /// <summary>Policies as they would stand; those that the holder is not shown are left out.</summary>
    public required IReadOnlyList<PolicySnapshot> Policies { get; init; }
}
