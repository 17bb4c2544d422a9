using System.Security.Cryptography;
using System.Text;

namespace Portal.Identity.Domain.Throttling;

/// <summary>How often something may be done.</summary>
/// <param name="Key">Of marks that count together.</param>
/// <param name="Limit">How often within the window.</param>
/// <param name="Window">The time that slides.</param>
/// <param name="Gap">Least time between two.</param>
internal sealed record ThrottleRule(string Key, int Limit, TimeSpan Window, TimeSpan Gap = default)
{
    /// <summary>A key that names nobody.</summary>
    public static string KeyOf(string what, params string[] whom) =>
        $"{what}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', whom))))}";

    /// <summary>How long to wait before the next; null when it may be done now.</summary>
    /// <param name="marks">Marks within the window, newest first, as many as the limit.</param>
    /// <param name="now">The present.</param>
    public TimeSpan? Wait(IReadOnlyList<DateTimeOffset> marks, DateTimeOffset now)
    {
        var free = marks.Count >= Limit ? marks[Limit - 1] + Window : now;
        var afterGap = marks.Count > 0 ? marks[0] + Gap : now;
        var wait = (free > afterGap ? free : afterGap) - now;
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>Whether it is the gap alone that has to be waited for.</summary>
    public bool IsOnlyTooSoon(IReadOnlyList<DateTimeOffset> marks) => marks.Count < Limit;
}
