using System.Globalization;

namespace Portal.Notification.Templates;

/// <summary>A short time as a person reads it.</summary>
internal static class Minutes
{
    /// <summary>The time from one instant to another in minutes, at least one.</summary>
    public static string Between(DateTimeOffset start, DateTimeOffset end) =>
        Math.Max(1, (int)Math.Round((end - start).TotalMinutes)) is var minutes and > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes")
            : "1 minute";
}
