using System.Collections.Concurrent;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Revocations;

/// <summary>Requests whose answer has no end of its own, and the tokens that opened them.</summary>
internal sealed class OpenStreams(RevocationList revocations, TimeProvider time)
{
    private readonly ConcurrentDictionary<HttpContext, RevocableToken> _open = new();

    public int Count => _open.Count;

    /// <summary>
    /// Lets a stream run until it ends by itself, its token expires, or what the token rests on is revoked.
    /// </summary>
    public async Task RunAsync(HttpContext http, RevocableToken token, RequestDelegate stream)
    {
        var left = DateTimeOffset.FromUnixTimeSeconds(token.ExpiresAt) + TokenValidator.Skew - time.GetUtcNow();
        await using var expiry = time.CreateTimer(
            _ => http.Abort(), null, Max(left, TimeSpan.Zero), Timeout.InfiniteTimeSpan);
        _open[http] = token;
        try
        {
            // Revoked between the check of the token and now: the poll has not seen this stream.
            if (revocations.Covers(token))
            {
                http.Abort();
                return;
            }

            await stream(http);
        }
        finally
        {
            _open.TryRemove(http, out _);
        }
    }

    /// <summary>Cuts every stream whose token no longer counts.</summary>
    public void CutRevoked()
    {
        foreach (var (http, _) in _open.Where(open => revocations.Covers(open.Value)))
        {
            http.Abort();
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
