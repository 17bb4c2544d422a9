namespace Portal.Certificates.Features.Holders;

/// <summary>To whom a certificate was issued, and where it was sent.</summary>
public sealed record CertificateHolderResponse(string Name, string Email);
