using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.SignIns;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>How the agency lets its clients in.</summary>
/// <param name="SignInMethods">
/// Ways of signing in that the agency wants; Google is offered only where the portal has it configured.
/// </param>
/// <param name="Contact">What the agency set for its sign-in pages; null for its own.</param>
/// <param name="Shown">What the sign-in pages show.</param>
/// <param name="Accent">Color of the agency's pages; null for the portal's own.</param>
/// <param name="TimeZone">IANA name of the time zone that the agency set; null for that of its address.</param>
/// <param name="ShownTimeZone">IANA name of the time zone that times are told in.</param>
internal sealed record SettingsResponse(
    bool ClientCenter,
    IReadOnlyList<string> SignInMethods,
    bool ConcealsAddresses,
    SettingsResponse.SettingsContactResponse Contact,
    SignInContact Shown,
    int IdleMinutes,
    int AbsoluteHours,
    string? Accent,
    string? TimeZone,
    string ShownTimeZone)
{
    public static SettingsResponse Of(Agency agency) => new(
        agency.Settings.ClientCenter,
        agency.Settings.OffersGoogle
            ? [OfferedSignInMethods.Email, OfferedSignInMethods.Google]
            : [OfferedSignInMethods.Email],
        agency.Settings.ConcealsAddresses,
        new SettingsContactResponse(
            agency.Settings.ContactName, agency.Settings.ContactPhone, agency.Settings.ContactEmail),
        SignInContact.Of(agency),
        agency.Settings.IdleMinutes,
        agency.Settings.AbsoluteHours,
        agency.Settings.Accent,
        agency.Settings.TimeZone,
        agency.TimeZone);

    internal sealed record SettingsContactResponse(string? Name, string? Phone, string? Email);
}
