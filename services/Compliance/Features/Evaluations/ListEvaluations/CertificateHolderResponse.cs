namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>The certificate holder that a proof was issued to.</summary>
public sealed record CertificateHolderResponse(string Name, string Email);
