namespace Portal.Insurance;

/// <summary>How long a term is, so that the next can be as long.</summary>
public static class TermLength
{
    private const int MonthsOfYear = 12;

    /// <summary>
    /// The day on which a term ends that is as long as another: by whole months where that one has them, so that a year
    /// stays a year over 29 February, else by its days. Null where the calendar has no such day.
    /// </summary>
    /// <param name="effective">First day of the other term.</param>
    /// <param name="expiration">Day on which the other term ends.</param>
    /// <param name="next">First day of the term that is asked for.</param>
    public static DateOnly? ExpirationFrom(DateOnly effective, DateOnly expiration, DateOnly next)
    {
        if (Months(effective, expiration) is { } months)
        {
            return months > Months(DateOnly.MaxValue) - Months(next) ? null : next.AddMonths(months);
        }

        var days = expiration.DayNumber - effective.DayNumber;
        return days > DateOnly.MaxValue.DayNumber - next.DayNumber ? null : next.AddDays(days);
    }

    // Where a month lacks the day, insurers end a term on its last day or on the first of the one after.
    private static int? Months(DateOnly effective, DateOnly expiration)
    {
        var months = Months(expiration) - Months(effective);
        if (months > 0 && effective.AddMonths(months) == expiration)
        {
            return months;
        }

        var before = months - 1;
        return before > 0 && effective.AddMonths(before) is var last && last.Day < effective.Day
            && last.AddDays(1) == expiration
                ? before
                : null;
    }

    private static int Months(DateOnly day) => (day.Year * MonthsOfYear) + day.Month;
}
