using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Verify;

internal sealed record VerificationCodeNotFound() : NotFound(
    "verification-code-not-found", "No certificate carries this code; compare it with the one printed beside the QR code.");
