using Portal.Compliance.Domain.Evaluations;

namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>The evaluation of one holder's proof of insurance.</summary>
/// <param name="ShareId">The holder and the policies it is shown.</param>
/// <param name="ClientId">The insured.</param>
/// <param name="Holder">The certificate holder.</param>
/// <param name="CertificateNumber">Number of its newest certificate.</param>
/// <param name="Revision">Revision of its newest certificate, from 1.</param>
/// <param name="Status">The gravest of the reasons, or current.</param>
/// <param name="Reasons">What is wrong with which policy; empty when current.</param>
/// <param name="AsOf">When this was evaluated (UTC).</param>
public sealed record EvaluationResponse(
    Guid ShareId,
    Guid ClientId,
    CertificateHolderResponse Holder,
    string CertificateNumber,
    int Revision,
    ComplianceStatus Status,
    IReadOnlyList<ReasonResponse> Reasons,
    DateTimeOffset AsOf);
