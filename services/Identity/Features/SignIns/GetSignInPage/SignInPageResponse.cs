namespace Portal.Identity.Features.SignIns.GetSignInPage;

/// <summary>What an agency's sign-in page shows to anybody.</summary>
/// <param name="ClientCenter">Whether clients can sign in; where not, they are told whom to call.</param>
/// <param name="Accent">Color of the agency's pages; null for the portal's own.</param>
/// <param name="TimeZone">IANA name of the time zone that times are told in.</param>
internal sealed record SignInPageResponse(
    string Slug, string Name, bool ClientCenter, SignInContact Contact, string? Accent, string TimeZone,
    IReadOnlyList<string> SignInMethods);
