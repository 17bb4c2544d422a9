using Portal.Contracts;

namespace Portal.Compliance.Domain;

/// <summary>Why a proof does not stand as it should: one shown policy, what it ought to be and what it is.</summary>
internal sealed record Finding(
    ComplianceStatus Status, Guid PolicyId, PolicyLine Line, string Number, string Required, string Actual, string Message);
