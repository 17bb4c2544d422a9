using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>The provider's endpoints and keys, read when they are first needed and again after a while.</summary>
internal sealed class GoogleMetadata(IHttpClientFactory clients, IOptions<GoogleSettings> settings, TimeProvider time) : IDisposable
{
    public const string ClientName = "google";

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Least time between two readings that unknown key ids cause.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    public async Task<GoogleDiscovery> ReadAsync(CancellationToken cancellationToken) =>
        (await CurrentAsync(Fresh, cancellationToken)).Discovery;

    /// <summary>The key with an id, asked for anew where it is not known; null when the provider does not have it.</summary>
    public async Task<GoogleKey?> FindKeyAsync(string? id, CancellationToken cancellationToken) =>
        (await CurrentAsync(Fresh, cancellationToken)).Find(id) ?? (await CurrentAsync(MinInterval, cancellationToken)).Find(id);

    public void Dispose() => _reading.Dispose();

    private async Task<Reading> CurrentAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (_last is { } fresh && time.GetElapsedTime(fresh.At) < atMost)
        {
            return fresh;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } meanwhile && time.GetElapsedTime(meanwhile.At) < atMost)
            {
                return meanwhile;
            }

            return _last = await AskAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Reading> AskAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        var authority = settings.Value.Authority.TrimEnd('/');
        var discovery = await client.GetFromJsonAsync<GoogleDiscovery>(authority + "/.well-known/openid-configuration", cancellationToken);

        // OpenID Connect Discovery, section 4.3: the issuer is the one that was asked.
        if (discovery?.Issuer.TrimEnd('/') != authority)
        {
            throw new AuthenticationFailureException($"{authority} describes another issuer.");
        }

        var keys = await client.GetFromJsonAsync<GoogleKeySet>(discovery.KeySet, cancellationToken);
        return new Reading(discovery, keys?.Keys ?? [], time.GetTimestamp());
    }

    private sealed record Reading(GoogleDiscovery Discovery, IReadOnlyList<GoogleKey> Keys, long At)
    {
        public GoogleKey? Find(string? id) => Keys.FirstOrDefault(key => key.Kid == id && key.Use is (null or "sig"));
    }
}
