using System.Collections.Concurrent;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Revocations;

/// <summary>
/// Everything revoked whose tokens have not yet expired by themselves. Before it was loaded once it is unknown which
/// tokens still count, so none does (and the gateway is not healthy): the keys come from Identity just as well, so this
/// costs nothing.
/// </summary>
internal sealed class RevocationList(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Kind, string Key), Revocation> _known = new();
    private volatile bool _loaded;

    public bool Loaded => _loaded;

    public int Count => _known.Count;

    /// <summary>Whether a token no longer counts.</summary>
    public bool Covers(RevocableToken token)
    {
        foreach (var mark in token.Marks)
        {
            if (_known.TryGetValue(mark, out var revocation) && token.IssuedAt <= revocation.At.ToUnixTimeSeconds())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what Identity answered; true when something of it was new.</summary>
    public bool Add(IReadOnlyList<Revocation> items)
    {
        var news = false;
        foreach (var item in items)
        {
            var mark = (item.Kind, item.Key);
            if (!_known.TryGetValue(mark, out var known) || known.At < item.At)
            {
                _known[mark] = item;
                news = true;
            }
        }

        _loaded = true;
        ForgetExpired();
        return news;
    }

    // Tokens are taken for a moment longer than they say (TokenValidator).
    private void ForgetExpired()
    {
        var now = time.GetUtcNow();
        foreach (var (mark, _) in _known.Where(known => known.Value.Until + TokenValidator.Skew < now))
        {
            _known.TryRemove(mark, out _);
        }
    }
}
