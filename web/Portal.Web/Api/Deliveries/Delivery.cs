namespace Portal.Web.Api.Deliveries;

/// <summary>The mail with one certificate.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="CertificateId">The certificate that it carries.</param>
/// <param name="Holder">To whom it goes.</param>
/// <param name="Attempts">How often it was tried since it was last queued.</param>
/// <param name="LastAnswer">The mail server's last words, or why there were none.</param>
public sealed record Delivery(Guid Id, Guid CertificateId, DeliveryHolder Holder, int Attempts, string? LastAnswer);

/// <summary>The certificate holder that a delivery goes to.</summary>
public sealed record DeliveryHolder(string Name, string Email);
