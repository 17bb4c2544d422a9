using Microsoft.Extensions.Caching.Memory;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Which references were seen good here, by their hashes: longer than their tokens are kept, so that people who are
/// signed in are told from callers who make references up, without asking Identity.
/// </summary>
internal sealed class KnownReferences : IDisposable
{
    /// <summary>Most that are known; those beyond count as unknown.</summary>
    public const int Most = 50_000;

    // As long as staff stay signed in; a session that comes back later counts as unknown once.
    private static readonly TimeSpan Unused = TimeSpan.FromHours(12);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    public bool Hold(string hash) => _known.TryGetValue(hash, out _);

    public void Add(string hash) =>
        _known.Set(hash, true, new MemoryCacheEntryOptions { SlidingExpiration = Unused, Size = 1 });

    public void Remove(string hash) => _known.Remove(hash);

    public void Dispose() => _known.Dispose();
}
