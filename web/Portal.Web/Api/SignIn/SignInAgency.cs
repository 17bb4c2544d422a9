namespace Portal.Web.Api.SignIn;

/// <summary>The agency at whose pages somebody signs in.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="ClientCenter">Whether its clients may sign in.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="Accent">Color of its pages; null for the portal's own.</param>
/// <param name="TimeZone">IANA name of its time zone.</param>
/// <param name="SignInMethods"><c>email</c>, and <c>google</c> where it is offered.</param>
public sealed record SignInAgency(
    string Slug, string Name, bool ClientCenter, AgencyContact Contact, string? Accent, string? TimeZone,
    IReadOnlyList<string> SignInMethods)
{
    public bool OffersGoogle => SignInMethods.Contains("google");
}
