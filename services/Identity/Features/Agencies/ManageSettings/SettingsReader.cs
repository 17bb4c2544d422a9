using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Http;
using Portal.Insurance;
using Portal.ServiceDefaults.Colors;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>Makes settings out of a request.</summary>
internal static class SettingsReader
{
    private const int LongestPhone = 40;

    public static AgencySettings Read(SettingsRequest request, FieldReader fields)
    {
        if (request.ClientCenter is null)
        {
            fields.Refuse(new FieldRequired("clientCenter"));
        }

        var ways = request.SignInMethods ?? [OfferedSignInMethods.Email, OfferedSignInMethods.Google];
        if (!ways.Contains(OfferedSignInMethods.Email)
            || ways.Any(way => way is not (OfferedSignInMethods.Email or OfferedSignInMethods.Google)))
        {
            fields.Refuse("signInMethods", "'signInMethods' takes email, which always stays, and google.");
        }

        return new AgencySettings
        {
            ClientCenter = request.ClientCenter.GetValueOrDefault(),
            OffersGoogle = ways.Contains(OfferedSignInMethods.Google),
            ConcealsAddresses = request.ConcealsAddresses,
            ContactName = fields.OptionalText("contact.name", request.Contact?.Name),
            ContactPhone = fields.OptionalText("contact.phone", request.Contact?.Phone, LongestPhone),
            ContactEmail = string.IsNullOrWhiteSpace(request.Contact?.Email)
                ? null
                : fields.Email("contact.email", request.Contact.Email),
            IdleMinutes = Within(
                "idleMinutes", request.IdleMinutes, AgencySettings.DefaultIdleMinutes,
                AgencySettings.MinIdleMinutes, AgencySettings.MaxIdleMinutes, fields),
            AbsoluteHours = Within(
                "absoluteHours",
                request.AbsoluteHours,
                AgencySettings.DefaultAbsoluteHours,
                1,
                AgencySettings.MaxAbsoluteHours,
                fields),
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
            fields.Refuse(
                field,
                $"'{field}' takes one of {string.Join(", ", UsTimeZone.All.Select(zone => zone.Id))}; it may be left "
                + "out.");
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
            fields.Refuse(field, "Write the color as # and six hexadecimal digits, such as #0f5c6e.");
        }

        return color.ToString();
    }

    private static int Within(string field, int? given, int usual, int least, int most, FieldReader fields)
    {
        var value = given ?? usual;
        if (value < least || value > most)
        {
            fields.Refuse(new FieldOutOfRange(field, $"Choose {least} to {most}."));
        }

        return value;
    }
}
