namespace Portal.ServiceDefaults.Times;

/// <summary>Days in UTC, by which the portal tells whether a term has begun or ended.</summary>
public static class UtcDays
{
    public static DateOnly Today(this TimeProvider time) => time.GetUtcNow().UtcDay();

    /// <summary>The day in UTC on which an instant lies.</summary>
    public static DateOnly UtcDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
