namespace Portal.Identity.Features.ShowSignIn;

/// <summary>What an agency's sign-in page shows to anybody.</summary>
/// <param name="ClientCenter">Whether clients can sign in; where not, they are told whom to call.</param>
internal sealed record SignInPage(string Slug, string Name, bool ClientCenter, SignInContact Contact, IReadOnlyList<string> Ways);
