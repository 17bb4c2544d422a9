using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.ShowSignIn;
using Portal.Identity.Http;
using Portal.Insurance;
using Portal.ServiceDefaults.Colors;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManageSettings;

/// <summary>Makes settings out of a request.</summary>
internal static class SettingsReader
{
    private const int LongestPhone = 40;

    public static AgencySettings Read(SettingsRequest request, FieldReader fields)
    {
        if (request.ClientCenter is null)
        {
            fields.Refuse("clientCenter", new FieldMissing("clientCenter"));
        }

        var ways = request.Ways ?? [SignInWays.Email, SignInWays.Google];
        if (!ways.Contains(SignInWays.Email) || ways.Any(way => way is not (SignInWays.Email or SignInWays.Google)))
        {
            fields.Refuse("ways", new WaysUnfit());
        }

        return new AgencySettings
        {
            ClientCenter = request.ClientCenter.GetValueOrDefault(),
            OffersGoogle = ways.Contains(SignInWays.Google),
            ConcealsAddresses = request.ConcealsAddresses,
            ContactName = fields.OptionalText("contact.name", request.Contact?.Name),
            ContactPhone = fields.OptionalText("contact.phone", request.Contact?.Phone, LongestPhone),
            ContactEmail = string.IsNullOrWhiteSpace(request.Contact?.Email) ? null : fields.Email("contact.email", request.Contact.Email),
            IdleMinutes = Within(
                "idleMinutes", request.IdleMinutes, AgencySettings.DefaultIdleMinutes, AgencySettings.MinIdleMinutes, AgencySettings.MaxIdleMinutes, fields),
            AbsoluteHours = Within("absoluteHours", request.AbsoluteHours, AgencySettings.DefaultAbsoluteHours, 1, AgencySettings.MaxAbsoluteHours, fields),
            Accent = Color("accent", request.Accent, fields),
            TimeZone = Zone("timeZone", request.TimeZone, fields),
        };
    }

    private static string? Zone(string field, string? given, FieldReader fields)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        var zone = UsTimeZone.Find(given.Trim());
        if (zone is null)
        {
            fields.Refuse(field, new TimeZoneUnfit());
        }

        return zone?.Id;
    }

    private static string? Color(string field, string? given, FieldReader fields)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        if (!Rgb.TryParse(given.Trim(), out var color))
        {
            fields.Refuse(field, new ColorUnfit());
        }

        return color.ToString();
    }

    private static int Within(string field, int? given, int usual, int least, int most, FieldReader fields)
    {
        var value = given ?? usual;
        if (value < least || value > most)
        {
            fields.Refuse(field, new LimitOutOfRange(least, most));
        }

        return value;
    }
}
