using System.Security.Claims;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>Whom an ID token vouches for.</summary>
/// <param name="Issuer">The claim iss.</param>
/// <param name="Subject">The claim sub; with the issuer the only name of the account that never changes.</param>
/// <param name="Email">The address, which the provider has verified.</param>
internal sealed record GoogleAccount(string Issuer, string Subject, string Email)
{
    public IEnumerable<Claim> ToClaims() => [new("iss", Issuer), new("sub", Subject), new("email", Email)];

    public static GoogleAccount Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue("iss")!, principal.FindFirstValue("sub")!, principal.FindFirstValue("email")!);
}
