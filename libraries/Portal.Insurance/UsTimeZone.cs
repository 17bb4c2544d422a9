namespace Portal.Insurance;

/// <summary>A time zone of the United States, its territories and the states in free association with it.</summary>
/// <param name="Id">Name in the IANA time zone database.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Standard">What stands behind a time in winter.</param>
/// <param name="Daylight">And in summer; null where clocks are never changed.</param>
public sealed record UsTimeZone(string Id, string Name, string Standard, string? Daylight = null)
{
    /// <summary>The zone in which most people live.</summary>
    public static UsTimeZone Eastern { get; } = new("America/New_York", "Eastern", "EST", "EDT");

    /// <summary>Every zone whose clocks differ today, from east to west.</summary>
    public static IReadOnlyList<UsTimeZone> All { get; } =
    [
        new("America/Puerto_Rico", "Atlantic", "AST"),
        Eastern,
        new("America/Chicago", "Central", "CST", "CDT"),
        new("America/Denver", "Mountain", "MST", "MDT"),
        new("America/Phoenix", "Arizona", "MST"),
        new("America/Los_Angeles", "Pacific", "PST", "PDT"),
        new("America/Anchorage", "Alaska", "AKST", "AKDT"),
        new("Pacific/Honolulu", "Hawaii", "HST"),
        new("America/Adak", "Aleutian", "HST", "HDT"),
        new("Pacific/Pago_Pago", "Samoa", "SST"),
        new("Pacific/Palau", "Palau", "UTC+9"),
        new("Pacific/Guam", "Chamorro", "ChST"),
        new("Pacific/Pohnpei", "Pohnpei", "UTC+11"),
        new("Pacific/Majuro", "Marshall Islands", "UTC+12"),
    ];

    /// <summary>The zone of an IANA name; null when it is none of these.</summary>
    public static UsTimeZone? Find(string? id) => All.SingleOrDefault(zone => zone.Id == id);

    /// <summary>What clocks in the zone show at an instant.</summary>
    public DateTimeOffset At(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Id));

    /// <summary>What stands behind a time at an instant, such as <c>EST</c>.</summary>
    public string Abbreviation(DateTimeOffset instant) =>
        Daylight is not null && TimeZoneInfo.FindSystemTimeZoneById(Id).IsDaylightSavingTime(instant)
            ? Daylight
            : Standard;
}
