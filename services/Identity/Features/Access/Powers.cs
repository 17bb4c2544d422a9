using Portal.Contracts.Identity;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Access;

/// <summary>
/// The one rule for each power: which scope it needs, whether the second factor must be fresh, and whom to tell.
/// <c>docs/powers.md</c> lists the roads to each; a test holds that list against the real routes and consumers.
/// </summary>
internal static class Powers
{
    public static readonly Power AddContact = new(
        "contact.add", Scopes.ClientsWrite, true, (Audience.PrimaryContact, SecurityNotice.ContactAdded));

    public static readonly Power GiveAccess = new(
        "contact.give-access", Scopes.ClientsWrite, true, (Audience.PrimaryContact, SecurityNotice.AccessGiven));

    public static readonly Power ChangeContact = new(
        "contact.change",
        Scopes.ClientsWrite,
        true,
        (Audience.Affected, SecurityNotice.ContactChanged),
        (Audience.PrimaryContact, SecurityNotice.AccessGiven));

    public static readonly Power RemoveContact = new("contact.remove", Scopes.ClientsWrite, true);

    public static readonly Power ChangePrimary = new(
        "contact.change-primary", Scopes.ClientsWrite, true, (Audience.Affected, SecurityNotice.ContactChanged));

    public static readonly Power DecideConsent = new(
        "consent.decide", Scopes.ConsentWrite, false, (Audience.PrimaryContact, SecurityNotice.ConsentDecided));

    public static readonly Power AskConsent = new(
        "consent.ask", Scopes.DelegationsWrite, false, (Audience.PrimaryContact, SecurityNotice.ConsentAsked));

    public static readonly Power StepIn = new("delegation.start", Scopes.DelegationsWrite, true);

    public static readonly Power ChangeSettings = new(
        "agency.change-settings", Scopes.AgencyWrite, true, (Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power AddStaff = new(
        "staff.add", Scopes.AgencyWrite, true, (Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power ChangeStaff = new(
        "staff.change",
        Scopes.AgencyWrite,
        true,
        (Audience.Affected, SecurityNotice.RightsChanged),
        (Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power ResetSecondFactor = new(
        "second-factor.reset",
        Scopes.AgencyWrite,
        true,
        (Audience.Affected, SecurityNotice.SecondFactorReset),
        (Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power AddApplication = new(
        "application.add", Scopes.ApplicationsWrite, true, (Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power ChangeApplication = new(
        "application.change", Scopes.ApplicationsWrite, true, (
            Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power ChangeApplicationProof = new(
        "application.change-proof", Scopes.ApplicationsWrite, true, (
            Audience.OtherAdmins, SecurityNotice.AgencyAccessChanged));

    public static readonly Power AddPasskey = new(
        "passkey.add", Scopes.SessionsWrite, true, (Audience.Affected, SecurityNotice.SecondFactorAdded));

    public static readonly Power RemovePasskey = new(
        "passkey.remove", Scopes.SessionsWrite, true, (Audience.Affected, SecurityNotice.SecondFactorRemoved));

    public static readonly Power EnrollAuthenticator = new(
        "authenticator.enroll", null, false, (Audience.Affected, SecurityNotice.SecondFactorAdded));

    public static readonly Power LinkGoogle = new(
        "google.link", null, false, (Audience.Affected, SecurityNotice.GoogleLinked));
}
