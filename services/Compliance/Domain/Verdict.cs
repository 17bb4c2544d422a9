namespace Portal.Compliance.Domain;

/// <summary>Outcome of judging one proof on one day. The gravest finding decides the status.</summary>
internal sealed record Verdict(ComplianceStatus Status, IReadOnlyList<Finding> Findings);
