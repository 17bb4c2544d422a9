using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Portal.Web.Api.Sessions;

namespace Portal.Web.Context;

/// <summary>
/// Keeps for a few seconds what Identity said of a session, so that a page and its parts (frames, progress) ask once.
/// <para>
/// The key is the hash of the caller's whole token. The gateway makes one token of a session, and another one of each
/// delegation; it keeps it for a minute at most and drops it at once when the session or the delegation has ended or
/// another client was opened. So the token of what has ended reaches no page, two people never have the same key, and
/// another client, role or delegation is another key. What a caller may do is read from the token, never from here:
/// only names, the accent, the time zone and the list of accounts can be old, for <see cref="Kept"/> at most.
/// </para>
/// </summary>
internal sealed class SessionCache(TimeProvider time) : IDisposable
{
    /// <summary>Most sessions that are kept; those beyond are asked for on each page.</summary>
    public const int MostKept = 10_000;

    /// <summary>How long what was said counts; less where the token or the session ends before.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public int Count => _kept.Count;

    /// <summary>The session that was kept for the caller's token; null where Identity has to be asked.</summary>
    public Session? Find(HttpContext http) =>
        _kept.TryGetValue(KeyOf(http), out Entry? entry) && entry!.Until > time.GetUtcNow() ? entry.Session : null;

    /// <summary>Keeps what Identity said of the caller's session.</summary>
    public void Keep(HttpContext http, Session session)
    {
        var now = time.GetUtcNow();
        DateTimeOffset[] ends = [now + Kept, TokenEnd(http.User, now), session.IdleAt, session.ExpiresAt];
        var until = ends.Min();
        if (until > now)
        {
            _kept.Set(
                KeyOf(http),
                new Entry(session, until),
                new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = until - now, Size = 1 });
        }
    }

    /// <summary>Forgets the caller's session: a form may have changed what Identity says of it.</summary>
    public void Forget(HttpContext http) => _kept.Remove(KeyOf(http));

    public void Dispose() => _kept.Dispose();

    private static string KeyOf(HttpContext http) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())));

    // A token that names no end is not kept.
    private static DateTimeOffset TokenEnd(ClaimsPrincipal caller, DateTimeOffset now) =>
        long.TryParse(caller.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : now;

    private sealed record Entry(Session Session, DateTimeOffset Until);
}
