using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Verify;

internal sealed record UnknownCode() : NotFound(
    "verification-code-unknown", "No certificate carries this code; compare it with the one printed beside the QR code.");
