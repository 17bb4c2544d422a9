using Portal.Insurance;

namespace Portal.Identity.Domain.Agencies;

/// <summary>Time zones by state; of a state with several, the one in which most of its people live.</summary>
internal static class StateTimeZones
{
    private static readonly Dictionary<string, string> Others = new (string Zone, string States)[]
    {
        ("America/Puerto_Rico", "PR VI"),
        ("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"),
        ("America/Denver", "CO ID MT NM UT WY"),
        ("America/Phoenix", "AZ"),
        ("America/Los_Angeles", "CA NV OR WA"),
        ("America/Anchorage", "AK"),
        ("Pacific/Honolulu", "HI"),
        ("Pacific/Pago_Pago", "AS"),
        ("Pacific/Guam", "GU MP"),
        ("Pacific/Pohnpei", "FM"),
        ("Pacific/Majuro", "MH"),
    }.SelectMany(row => row.States.Split(' ').Select(
        state => (State: state, row.Zone))).ToDictionary(pair => pair.State, pair => pair.Zone);

    /// <summary>
    /// IANA name of the zone of a two-letter state; Eastern for the rest, and for military post, which names no place.
    /// </summary>
    public static string Of(string state) => Others.GetValueOrDefault(state, UsTimeZone.Eastern.Id);
}
