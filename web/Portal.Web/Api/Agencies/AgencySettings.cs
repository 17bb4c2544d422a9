using Portal.Web.Api.SignIn;

namespace Portal.Web.Api.Agencies;

/// <summary>How an agency lets its clients in.</summary>
/// <param name="ClientCenter">Whether clients may sign in at all.</param>
/// <param name="SignInMethods"><c>email</c>, and <c>google</c> where the agency wants it.</param>
/// <param name="ConcealsAddresses">Whether an address that is nobody's is answered as a known one.</param>
/// <param name="Contact">What the agency set for its sign-in pages; null for its own.</param>
/// <param name="Shown">What the sign-in pages show.</param>
/// <param name="IdleMinutes">After how long without use a session ends.</param>
/// <param name="AbsoluteHours">After how long a session ends in any case.</param>
/// <param name="Accent">Color of the agency's pages; null for the portal's own.</param>
/// <param name="TimeZone">IANA name of the time zone that the agency set; null for that of its address.</param>
/// <param name="ShownTimeZone">IANA name of the time zone that times are told in.</param>
public sealed record AgencySettings(
    bool ClientCenter,
    IReadOnlyList<string> SignInMethods,
    bool ConcealsAddresses,
    AgencyContact Contact,
    AgencyContact Shown,
    int IdleMinutes,
    int AbsoluteHours,
    string? Accent,
    string? TimeZone,
    string? ShownTimeZone)
{
    /// <summary>Names what was read.</summary>
    public string? Etag { get; init; }

    public bool OffersGoogle => SignInMethods.Contains("google");
}

/// <summary>The settings as they are to be.</summary>
public sealed record SettingsChange(
    bool ClientCenter,
    IReadOnlyList<string> SignInMethods,
    bool ConcealsAddresses,
    AgencyContact Contact,
    int? IdleMinutes,
    int? AbsoluteHours,
    string? Accent,
    string? TimeZone);

/// <summary>
/// The way into the Client Center: its address, and HTML that links to it from the agency's own site.
/// </summary>
public sealed record LoginLink(string Url, string Snippet);
