using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Verification.VerifyCertificate;

internal sealed record VerificationCodeNotFound() : NotFound(
    "verification-code-not-found",
    "No certificate carries this code; compare it with the one printed beside the QR code.");
