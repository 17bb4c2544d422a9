using Microsoft.Extensions.Caching.Memory;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Which references were seen good here, by their hashes: longer than their tokens are kept, so that whoever is signed in is
/// told apart from whoever makes references up, without asking.
/// </summary>
internal sealed class KnownReferences : IDisposable
{
    /// <summary>Most that are known; those beyond count as strangers.</summary>
    public const int Most = 50_000;

    // As long as a person of the agency stays signed in; whoever comes back later is a stranger once.
    private static readonly TimeSpan Unused = TimeSpan.FromHours(12);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    public bool Hold(string hash) => _known.TryGetValue(hash, out _);

    public void Add(string hash) => _known.Set(hash, true, new MemoryCacheEntryOptions { SlidingExpiration = Unused, Size = 1 });

    public void Remove(string hash) => _known.Remove(hash);

    public void Dispose() => _known.Dispose();
}
