using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Portal.ServiceDefaults.Clients;

/// <summary>
/// The service's own access tokens by scope, from the client credentials grant (RFC 6749, section 4.4). Each is kept
/// until shortly before it expires.
/// </summary>
internal sealed class ServiceTokens(
    IHttpClientFactory clients, IOptions<ServiceClientOptions> options, TimeProvider time)
    : IDisposable
{
    public const string ClientName = "identity-token";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ServiceToken> _tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _asking = new(1, 1);

    /// <summary>A token with the scope, valid for the next minute.</summary>
    /// <exception cref="HttpRequestException">Identity refused or did not answer.</exception>
    public async ValueTask<ServiceToken> GetAsync(string scope, CancellationToken cancellationToken)
    {
        if (TryFind(scope, out var known))
        {
            return known;
        }

        await _asking.WaitAsync(cancellationToken);
        try
        {
            return TryFind(scope, out known) ? known : _tokens[scope] = await AskAsync(scope, cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless another has taken its place already.</summary>
    public void Forget(string scope, ServiceToken token) => _tokens.TryRemove(KeyValuePair.Create(scope, token));

    public void Dispose() => _asking.Dispose();

    private bool TryFind(string scope, out ServiceToken token) =>
        _tokens.TryGetValue(scope, out token!) && token.ExpiresAt - RenewBefore > time.GetUtcNow();

    private async Task<ServiceToken> AskAsync(string scope, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        request.Headers.Authorization = options.Value.ToHeader();
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", scope)]);
        request.Options.Set(RepeatableCall.Marked, true);

        var asked = time.GetUtcNow();
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TokenResponse>(cancellationToken)
            ?? throw new HttpRequestException("The token endpoint answered null.");
        return new ServiceToken(answer.AccessToken, asked.AddSeconds(answer.ExpiresIn));
    }
}
