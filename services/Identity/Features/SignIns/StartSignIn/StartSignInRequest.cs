using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Features.SignIns.StartSignIn;

/// <summary>Somebody's address, at an agency.</summary>
/// <param name="Agency">Slug of the agency.</param>
/// <param name="Audience">Whether it is the agency's client or one of its own people.</param>
/// <param name="Email">The address.</param>
/// <param name="ReturnTo">Path to go to afterwards; left out where it is not one of this portal.</param>
public sealed record StartSignInRequest(string? Agency, SignInAudience Audience, string? Email, string? ReturnTo);
