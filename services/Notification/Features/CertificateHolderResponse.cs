namespace Portal.Notification.Features;

/// <summary>The certificate holder that a delivery goes to.</summary>
internal sealed record CertificateHolderResponse(string Name, string Email);
