namespace Portal.Testing.Running.Answers;

/// <summary>A certificate that was issued.</summary>
public sealed record CertificateAnswer(string Number, HolderAnswer Holder, Uri VerificationUrl);

/// <summary>The holder of a certificate.</summary>
public sealed record HolderAnswer(string Email);
