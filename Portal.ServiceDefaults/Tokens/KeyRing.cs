using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// The issuer's keys by their id. A key that is not known is asked for, at most once in <see cref="MinInterval"/>, so
/// that made-up ids can't load the issuer; when the issuer does not answer, the keys read before stay in use.
/// </summary>
internal sealed partial class KeyRing(IKeySetSource source, TimeProvider time, ILogger<KeyRing> log) : IDisposable
{
    /// <summary>Least time between two readings that unknown key ids cause.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Least time between two readings while the issuer has not been reached at all: whoever calls first waits no
    /// longer than this.
    /// </summary>
    public static readonly TimeSpan MinIntervalUnloaded = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Dictionary<string, SecurityKey>? _keys;
    private long? _lastRead;

    /// <summary>Whether the keys were ever read; before, no token can be judged.</summary>
    public bool Loaded => _keys is not null;

    /// <summary>The key with an id; null when the issuer does not have it, or has not been asked.</summary>
    public SecurityKey? Find(string id) => _keys?.GetValueOrDefault(id);

    /// <summary>Asks the issuer for a key that is not known, where it is time to ask again.</summary>
    public async ValueTask LearnAsync(string id)
    {
        if (Find(id) is not null)
        {
            return;
        }

        await _reading.WaitAsync();
        try
        {
            if (Find(id) is null && MayReadAgain())
            {
                await ReadAsync(CancellationToken.None);
            }
        }
        finally
        {
            _reading.Release();
        }
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
            var keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
            foreach (var key in set.Keys)
            {
                if (key.TryRead(out _))
                {
                    keys[key.Kid!] = Find(key.Kid!) ?? key.ToSecurityKey();
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
