namespace Portal.Compliance.Domain.Evaluations;

/// <summary>Outcome of evaluating one proof on one day. The gravest finding decides the status.</summary>
internal sealed record Evaluation(ComplianceStatus Status, IReadOnlyList<Finding> Findings);
