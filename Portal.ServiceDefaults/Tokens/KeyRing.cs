using Microsoft.Extensions.Logging;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// The issuer's keys by their id. A key that is not known is asked for, at most once in <see cref="MinInterval"/>, so that
/// made-up ids can't load the issuer; when the issuer does not answer, the keys read before stay in use.
/// </summary>
internal sealed partial class KeyRing(IKeySetSource source, TimeProvider time, ILogger<KeyRing> logger) : IDisposable
{
    /// <summary>Least time between two readings that unknown key ids cause.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(5);

    /// <summary>Least time between two readings while the issuer has not been reached at all: whoever calls first waits no longer than this.</summary>
    public static readonly TimeSpan MinIntervalUnloaded = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Dictionary<string, VerificationKey>? _keys;
    private long? _lastRead;

    /// <summary>Whether the keys were ever read; before, no token can be judged.</summary>
    public bool Loaded => _keys is not null;

    /// <summary>The key with an id; null when the issuer does not have it, or has not been reached yet.</summary>
    public async ValueTask<VerificationKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_keys?.GetValueOrDefault(id) is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_keys?.ContainsKey(id) is not true && MayReadAgain())
            {
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            _reading.Release();
        }

        return _keys?.GetValueOrDefault(id);
    }

    /// <summary>Reads the keys anew; one that the issuer no longer lists stops working.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private bool MayReadAgain() =>
        _lastRead is not { } last || time.GetElapsedTime(last) >= (Loaded ? MinInterval : MinIntervalUnloaded);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var set = await source.ReadAsync(cancellationToken);
            var keys = new Dictionary<string, VerificationKey>(StringComparer.Ordinal);
            foreach (var key in set.Keys)
            {
                if (key.TryRead(out var parameters))
                {
                    keys[key.Kid!] = _keys?.GetValueOrDefault(key.Kid!) ?? new VerificationKey(parameters);
                }
            }

            _keys = keys;
        }
        catch (KeySetUnavailableException failure)
        {
            LogUnavailable(failure.Message, _keys?.Count ?? 0);
        }
        finally
        {
            _lastRead = time.GetTimestamp();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} {Known} known keys stay in use")]
    private partial void LogUnavailable(string reason, int known);
}
