namespace Portal.Web.Api.Certificates;

/// <summary>A certificate that was issued.</summary>
/// <param name="Id">The certificate.</param>
/// <param name="ClientId">Whose policies it shows.</param>
/// <param name="Number">Number, which stays over the revisions.</param>
/// <param name="Revision">Counts the certificates of one holder, from 1.</param>
/// <param name="Status">current, superseded or expired.</param>
/// <param name="Holder">To whom it was issued.</param>
/// <param name="Policies">Policies that it shows, as they stood.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="VerificationUrl">Where anybody can check it.</param>
/// <param name="Delivery">pending, delivered or failed.</param>
/// <param name="DeliveryDetail">Why the mail was given up, where it was.</param>
public sealed record Certificate(
    Guid Id,
    Guid ClientId,
    string Number,
    int Revision,
    string Status,
    CertificateHolder Holder,
    IReadOnlyList<ShownPolicy> Policies,
    DateTimeOffset IssuedAt,
    string VerificationUrl,
    string Delivery,
    string? DeliveryDetail);

/// <summary>To whom a certificate was issued, and where it was sent.</summary>
public sealed record CertificateHolder(string Name, string Email);

/// <summary>A policy that a certificate shows.</summary>
public sealed record ShownPolicy(string Line, string Number, DateOnly Effective, DateOnly Expiration);
