using Portal.Certificates.Features.Holders;

namespace Portal.Certificates.Features.Renewals.ListRenewalRecipients;

/// <summary>A holder, and whether it would get a certificate.</summary>
public sealed record RecipientResponse(
    Guid ShareId, CertificateHolderResponse Holder, IReadOnlyList<HolderPolicyResponse> Policies, bool Receives,
    RecipientReason Reason);

/// <summary>A page of holders, with the numbers of the whole renewal. <c>next</c> is null on the last page.</summary>
/// <param name="WillReceive">Holders that would get a certificate, whatever the page shows.</param>
/// <param name="WillNotReceive">Holders of the client that would not.</param>
public sealed record RecipientListResponse(
    int WillReceive, int WillNotReceive, IReadOnlyList<RecipientResponse> Items, string? Next);
