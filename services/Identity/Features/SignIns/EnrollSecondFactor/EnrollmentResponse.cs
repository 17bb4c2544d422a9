namespace Portal.Identity.Features.SignIns.EnrollSecondFactor;

/// <summary>What an authenticator app is given.</summary>
/// <param name="Secret">The secret in base 32, for typing in.</param>
/// <param name="Uri">The same as an otpauth address, for a QR code.</param>
internal sealed record EnrollmentResponse(string Secret, string Uri);
