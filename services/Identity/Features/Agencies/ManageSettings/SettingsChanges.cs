using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>Words for what was changed of the settings.</summary>
internal static class SettingsChanges
{
    public static string Describe(AgencySettings before, AgencySettings after) =>
        string.Join("; ", Parts(before, after));

    private static IEnumerable<string> Parts(AgencySettings before, AgencySettings after)
    {
        if (before.ClientCenter != after.ClientCenter)
        {
            yield return $"Client Center {OnOff(after.ClientCenter)}";
        }

        if (before.OffersGoogle != after.OffersGoogle)
        {
            yield return $"Google {OnOff(after.OffersGoogle)}";
        }

        if (before.ConcealsAddresses != after.ConcealsAddresses)
        {
            yield return $"concealing of addresses {OnOff(after.ConcealsAddresses)}";
        }

        if ((before.IdleMinutes, before.AbsoluteHours) != (after.IdleMinutes, after.AbsoluteHours))
        {
            yield return $"sessions end after {after.IdleMinutes} min idle, {after.AbsoluteHours} h in any case";
        }

        if ((before.ContactName, before.ContactPhone, before.ContactEmail)
                != (after.ContactName, after.ContactPhone, after.ContactEmail))
        {
            yield return "contact of the sign-in pages";
        }

        if (before.Accent != after.Accent)
        {
            yield return $"accent color {after.Accent ?? "of the portal"}";
        }

        if (before.TimeZone != after.TimeZone)
        {
            yield return $"time zone {after.TimeZone ?? "of the agency's address"}";
        }
    }

    private static string OnOff(bool on) => on ? "on" : "off";
}
