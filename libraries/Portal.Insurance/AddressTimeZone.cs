using System.Collections.Frozen;
using Portal.Contracts.Accounts;

namespace Portal.Insurance;

/// <summary>
/// The time zone by whose clock a mailing address lives, which law and policies mean by 12:01 a.m. standard time there.
/// Where people keep another than the law gives them (Phenix City, Alabama), the law counts.
/// </summary>
public static class AddressTimeZone
{
    private static readonly FrozenDictionary<string, UsTimeZone> MainZones = new (string Zone, string States)[]
    {
        ("America/Puerto_Rico", "PR VI"),
        ("America/New_York", "CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV"),
        ("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"),
        ("America/Denver", "CO ID MT NM UT WY"),
        ("America/Phoenix", "AZ"),
        ("America/Los_Angeles", "CA NV OR WA"),
        ("America/Anchorage", "AK"),
        ("Pacific/Honolulu", "HI"),
        ("Pacific/Pago_Pago", "AS"),
        ("Pacific/Guam", "GU MP"),
        ("Pacific/Palau", "PW"),
        ("Pacific/Pohnpei", "FM"),
        ("Pacific/Majuro", "MH"),
    }.SelectMany(row => row.States.Split(' ').Select(state => KeyValuePair.Create(state, UsTimeZone.Find(row.Zone)!)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (UsTimeZone Zone, (int From, int To)[] Zips)> OtherZones =
        SplitStates.All.ToFrozenDictionary(
            split => split.State,
            split => (UsTimeZone.Find(split.Zone)!, split.Zips.Split(' ').Select(Range).ToArray()),
            StringComparer.Ordinal);

    /// <summary>
    /// The zone of an address, by its state, and by its ZIP code where the state has two; null for military post, which
    /// names no place, and for what is no state.
    /// </summary>
    public static UsTimeZone? Of(PostalAddress address) => Of(address.State, address.Zip);

    /// <param name="state">Two letters.</param>
    /// <param name="zip">Five digits, or nine as 12345-6789.</param>
    public static UsTimeZone? Of(string state, string zip) =>
        OtherZones.TryGetValue(state, out var other) && ZipCode.IsOne(zip) && IsIn(other.Zips, Number(zip[..5]))
            ? other.Zone
            : MainZones.GetValueOrDefault(state);

    private static bool IsIn((int From, int To)[] zips, int zip) =>
        Array.Exists(zips, range => range.From <= zip && zip <= range.To);

    private static (int From, int To) Range(string zips) => (Number(zips[..5]), Number(zips[^5..]));

    private static int Number(string zip) => int.Parse(zip, System.Globalization.CultureInfo.InvariantCulture);
}
