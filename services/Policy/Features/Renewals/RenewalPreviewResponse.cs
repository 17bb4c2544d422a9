using Portal.Contracts.Policies;
using Portal.Policies.Features.Policies;

namespace Portal.Policies.Features.Renewals;

/// <summary>What a renewal would change; nothing of it was done.</summary>
/// <param name="Renewals">Each policy's term as it is and as it would be.</param>
/// <param name="Insured">The client as certificates would name it.</param>
/// <param name="Policies">
/// Every policy that certificates would show, as it would stand; for POST /api/v1/certificate-previews.
/// </param>
internal sealed record RenewalPreviewResponse(
    IReadOnlyList<PreviewedRenewalResponse> Renewals, InsuredSnapshot Insured, IReadOnlyList<PolicySnapshot> Policies);

/// <summary>One policy of a renewal that was only thought of.</summary>
internal sealed record PreviewedRenewalResponse(
    Guid PolicyId, PolicyLine Line, TermResponse Before, TermResponse After);
