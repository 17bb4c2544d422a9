using System.Globalization;
using Portal.ServiceDefaults.Colors;
using Portal.Web.Api.Agencies;
using Portal.Web.Api.SignIn;

namespace Portal.Web.Pages.Agency.EditClientCenter;

/// <summary>
/// The settings as they are typed. Its fields are named as Identity names them, so that what it refuses is found.
/// </summary>
public sealed record SettingsForm
{
    private static readonly string Own = Rgb.PortalAccent.ToString();

    public bool ClientCenter { get; init; }

    public bool OffersGoogle { get; init; }

    public bool ConcealsAddresses { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? ContactEmail { get; init; }

    public string? IdleMinutes { get; init; }

    public string? AbsoluteHours { get; init; }

    /// <summary>Color of the agency's pages, as <c>#rrggbb</c>.</summary>
    public string? Accent { get; init; }

    /// <summary>IANA name of the time zone; empty for that of the agency's address.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Names what the person saw before changing it.</summary>
    public string? Etag { get; init; }

    public static SettingsForm Of(AgencySettings settings) => new()
    {
        ClientCenter = settings.ClientCenter,
        OffersGoogle = settings.OffersGoogle,
        ConcealsAddresses = settings.ConcealsAddresses,
        ContactName = settings.Contact.Name,
        ContactPhone = settings.Contact.Phone,
        ContactEmail = settings.Contact.Email,
        IdleMinutes = settings.IdleMinutes.ToString(CultureInfo.InvariantCulture),
        AbsoluteHours = settings.AbsoluteHours.ToString(CultureInfo.InvariantCulture),
        Accent = settings.Accent ?? Own,
        TimeZone = settings.TimeZone,
        Etag = settings.Etag,
    };

    public static SettingsForm Read(IFormCollection fields) => new()
    {
        ClientCenter = fields.ContainsKey("clientCenter"),
        OffersGoogle = fields.ContainsKey("google"),
        ConcealsAddresses = fields.ContainsKey("concealsAddresses"),
        ContactName = fields["contact.name"],
        ContactPhone = fields["contact.phone"],
        ContactEmail = fields["contact.email"],
        IdleMinutes = fields["idleMinutes"],
        AbsoluteHours = fields["absoluteHours"],
        Accent = fields["accent"].ToString().Trim(),
        TimeZone = fields["timeZone"],
        Etag = fields["etag"],
    };

    public SettingsChange Change() => new(
        ClientCenter,
        OffersGoogle ? ["email", "google"] : ["email"],
        ConcealsAddresses,
        new AgencyContact(Text(ContactName), Text(ContactPhone), Text(ContactEmail)),
        Number(IdleMinutes),
        Number(AbsoluteHours),
        Accent == Own ? null : Text(Accent),
        Text(TimeZone));

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    // What is no number becomes one that Identity refuses at its field.
    private static int Number(string? typed) =>
        int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
