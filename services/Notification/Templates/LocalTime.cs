using System.Globalization;
using Portal.Insurance;

namespace Portal.Notification.Templates;

/// <summary>An instant as clocks at the agency show it.</summary>
internal static class LocalTime
{
    /// <summary>As <c>11:04 AM EST</c>.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">IANA name of the agency's time zone; null in messages without one, which show UTC.</param>
    public static string Time(DateTimeOffset instant, string? zone) => Text(instant, zone, "h:mm tt");

    /// <summary>As <c>November 28, 2026 at 11:04 AM EST</c>.</summary>
    /// <inheritdoc cref="Time"/>
    public static string DateAndTime(DateTimeOffset instant, string? zone) =>
        Text(instant, zone, "MMMM d, yyyy 'at' h:mm tt");

    private static string Text(
        DateTimeOffset instant, string? zone, string format) => UsTimeZone.Find(zone) is { } known
        ? $"{known.At(instant).ToString(format, CultureInfo.InvariantCulture)} {known.Abbreviation(instant)}"
        : $"{instant.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture)} UTC";
}
