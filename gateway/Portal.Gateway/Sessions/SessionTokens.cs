using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Portal.Gateway.Revocations;

namespace Portal.Gateway.Sessions;

/// <summary>
/// The tokens of the sessions and delegations in use, each kept for at most a minute. However many requests of one
/// session come at once, Identity is asked once; about a reference that was never seen good when its turn has come.
/// </summary>
internal sealed class SessionTokens(
    TokenExchange exchange, RevocationList revocations, KnownReferences known, UnknownSessionQueue strangers,
    TimeProvider time) : IDisposable
{
    /// <summary>Most tokens that are kept; those beyond are got anew for each request.</summary>
    public const int MostKept = 20_000;

    private readonly ConcurrentDictionary<SessionKey, Lazy<Task<SessionOutcome>>> _asking = new();
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The token that is kept and still counts; null where Identity has to be asked.</summary>
    public SessionToken? Find(SessionKey key)
    {
        if (!_kept.TryGetValue(key, out SessionToken? kept))
        {
            return null;
        }

        if (!revocations.Covers(kept!.Revocable))
        {
            return kept;
        }

        _kept.Remove(key);
        return null;
    }

    /// <summary>The token from Identity; the asking goes on for others when this request is given up.</summary>
    /// <param name="reference">What the cookie holds.</param>
    /// <param name="delegation">The delegation that the path names.</param>
    /// <param name="site">Where the request came from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SessionOutcome> AskAsync(
        string reference, Guid? delegation, string site, CancellationToken cancellationToken)
    {
        var key = SessionKey.Of(reference, delegation);
        var asking = _asking.GetOrAdd(
            key, _ => new Lazy<Task<SessionOutcome>>(() => AskOnceAsync(key, reference, site)));
        return asking.Value.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Forgets the tokens of a reference, those of its delegations included: the browser has a newer one, or none, and
    /// what they say of the session is no longer so.
    /// </summary>
    public void Forget(string reference)
    {
        var hash = SessionKey.Of(reference, delegation: null).Hash;
        known.Remove(hash);
        foreach (var asking in _asking.Keys.Where(key => key.Hash == hash))
        {
            _asking.TryRemove(asking, out _);
        }

        foreach (var kept in _kept.Keys.OfType<SessionKey>().Where(key => key.Hash == hash).ToList())
        {
            _kept.Remove(kept);
        }
    }

    public void Dispose() => _kept.Dispose();

    private async Task<SessionOutcome> AskOnceAsync(SessionKey key, string reference, string site)
    {
        try
        {
            // Another request may have asked between this one's look and its turn.
            if (Find(key) is { } kept)
            {
                return new SessionOutcome.Live(kept);
            }

            var outcome = known.Hold(key.Hash)
                ? await exchange.ExchangeAsync(reference, key.Delegation)
                : await strangers.AskAsync(site, () => exchange.ExchangeAsync(reference, key.Delegation));
            return outcome switch
            {
                SessionOutcome.Live(var token) => Judge(key, token),
                SessionOutcome.Ended when key.Delegation is null => Estrange(key),
                _ => outcome,
            };
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }

    private SessionOutcome Judge(SessionKey key, SessionToken token)
    {
        // Ended while Identity was answering.
        if (revocations.Covers(token.Revocable))
        {
            return new SessionOutcome.Ended();
        }

        // Forgotten while Identity was answering: good for the requests that wait, and not to be kept.
        if (_asking.ContainsKey(key))
        {
            known.Add(key.Hash);
            if (token.KeptUntil > time.GetUtcNow())
            {
                _kept.Set(key, token, new MemoryCacheEntryOptions { AbsoluteExpiration = token.KeptUntil, Size = 1 });
            }
        }

        return new SessionOutcome.Live(token);
    }

    private SessionOutcome.Ended Estrange(SessionKey key)
    {
        known.Remove(key.Hash);
        return new SessionOutcome.Ended();
    }
}
