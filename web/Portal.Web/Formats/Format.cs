using System.Globalization;

namespace Portal.Web.Formats;

/// <summary>
/// Values as Americans write them. The product speaks American English whatever the machine's own culture is.
/// </summary>
internal static class Format
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    /// <summary><c>$1,000,000</c>; cents only where there are any.</summary>
    public static string Money(decimal amount) =>
        amount.ToString(amount == Math.Truncate(amount) ? "C0" : "C2", American);

    /// <summary><c>12,345</c>.</summary>
    public static string Number(long number) => number.ToString("N0", American);

    /// <summary><c>Mar 5, 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("MMM d, yyyy", American);

    /// <summary><c>Mar 5, 2026 – Mar 5, 2027</c>.</summary>
    public static string Term(DateOnly effective, DateOnly expiration) => $"{Date(effective)} – {Date(expiration)}";

    /// <summary><c>2:05 PM</c>, in the time zone that the instant is given in.</summary>
    public static string Time(DateTimeOffset instant) => instant.ToString("h:mm tt", American);

    /// <summary>
    /// A duration in the largest unit that says enough: <c>45 seconds</c>, <c>9 minutes</c>, <c>2 hours</c>.
    /// </summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 60 } => Count((long)Math.Ceiling(Math.Max(0, duration.TotalSeconds)), "second"),
        { TotalMinutes: < 60 } => Count((long)Math.Ceiling(duration.TotalMinutes), "minute"),
        _ => Count((long)Math.Round(duration.TotalHours), "hour"),
    };

    /// <summary><c>1 certificate</c>, <c>2,000 certificates</c>.</summary>
    public static string Count(long number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";
}
