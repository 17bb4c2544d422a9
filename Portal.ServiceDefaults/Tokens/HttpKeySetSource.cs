using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Reads the keys from the identity service itself, so that checking tokens needs no gateway.</summary>
internal sealed class HttpKeySetSource(IHttpClientFactory clients) : IKeySetSource
{
    public const string ClientName = "identity-keys";

    public async Task<JsonWebKeySet> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            return await client.GetFromJsonAsync<JsonWebKeySet>("/.well-known/jwks.json", cancellationToken)
                ?? throw new JsonException("The key set is null.");
        }
        catch (Exception failure) when (IsOutage(failure, cancellationToken))
        {
            throw new KeySetUnavailableException("The identity service does not answer with its keys.", failure);
        }
    }

    private static bool IsOutage(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or JsonException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
