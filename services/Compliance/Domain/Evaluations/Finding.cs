using Portal.Contracts.Policies;

namespace Portal.Compliance.Domain.Evaluations;

/// <summary>Why a proof is not current: one shown policy, what it ought to be and what it is.</summary>
internal sealed record Finding(
    ComplianceStatus Status, Guid PolicyId, PolicyLine Line, string Number, string Required, string Actual,
    string Message);
