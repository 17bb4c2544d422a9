using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.ReadCertificates;

internal sealed record UnknownCertificate() : NotFound(
    "certificate-unknown", "There is no such certificate; take the id from the list of certificates.");

internal sealed record UnknownDelivery() : RuleViolation(
    "delivery-unknown", "The delivery is none of pending, delivered and failed; take one of them, or leave it out.");
