using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Portal.Gateway.Revocations;

namespace Portal.Gateway.Sessions;

/// <summary>
/// The tokens of the sessions and delegations in use, each kept for at most a minute. However many requests of one session
/// come at once, Identity is asked once.
/// </summary>
internal sealed class SessionTokens(TokenExchange exchange, RevocationList revocations, TimeProvider time) : IDisposable
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
    public Task<SessionOutcome> AskAsync(string reference, Guid? delegation, CancellationToken cancellationToken)
    {
        var key = SessionKey.Of(reference, delegation);
        var asking = _asking.GetOrAdd(key, _ => new Lazy<Task<SessionOutcome>>(() => AskOnceAsync(key, reference, delegation)));
        return asking.Value.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Forgets the tokens of a reference, those of its delegations included: the browser has a newer one, or none, and what
    /// they say of the session is no longer so.
    /// </summary>
    public void Forget(string reference)
    {
        var hash = SessionKey.Of(reference, delegation: null).Hash;
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

    private async Task<SessionOutcome> AskOnceAsync(SessionKey key, string reference, Guid? delegation)
    {
        try
        {
            // Another request may have asked between this one's look and its turn.
            if (Find(key) is { } kept)
            {
                return new SessionOutcome.Live(kept);
            }

            var outcome = await exchange.ExchangeAsync(reference, delegation);
            if (outcome is not SessionOutcome.Live(var token))
            {
                return outcome;
            }

            // Ended while Identity was answering.
            if (revocations.Covers(token.Revocable))
            {
                return new SessionOutcome.Ended();
            }

            // Forgotten while Identity was answering: good for the requests that wait, and not to be kept.
            if (token.KeptUntil > time.GetUtcNow() && _asking.ContainsKey(key))
            {
                _kept.Set(key, token, new MemoryCacheEntryOptions { AbsoluteExpiration = token.KeptUntil, Size = 1 });
            }

            return outcome;
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }
}
