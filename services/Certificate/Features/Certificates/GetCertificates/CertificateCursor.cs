namespace Portal.Certificates.Features.Certificates.GetCertificates;

/// <summary>Place in a list of certificates: by holder, then number, newest revision first.</summary>
internal sealed record CertificateCursor(string HolderName, string Number, int Revision);
