using NodaTime;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>
/// The clock at the insured's mailing address. Cover begins and ends at 12:01 a.m. by it, daylight time included
/// (15 U.S.C. 260a); in the United States clocks change at 2 a.m., so that this minute comes once on every day.
/// </summary>
internal sealed class CoverClock(DateTimeZone zone)
{
    private static readonly LocalTime Minute = new(0, 1);

    /// <summary>The clock of an IANA zone; null when there is none of that name.</summary>
    public static CoverClock? Find(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found ? new CoverClock(found) : null;

    /// <summary>The instant at which a day's cover begins.</summary>
    public Instant Begins(DateOnly day) =>
        LocalDate.FromDateOnly(day).At(Minute).InZoneLeniently(zone).ToInstant();

    /// <summary>The day whose cover runs at an instant: until 12:01 a.m. that of the day before.</summary>
    public DateOnly CoverDay(Instant instant)
    {
        var local = instant.InZone(zone);
        return (local.TimeOfDay < Minute ? local.Date.PlusDays(-1) : local.Date).ToDateOnly();
    }

    /// <summary>The day on the calendar there.</summary>
    public DateOnly Today(Instant instant) => instant.InZone(zone).Date.ToDateOnly();
}
