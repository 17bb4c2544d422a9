using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Portal.ServiceDefaults.Operations;

/// <summary>Tells whether a request comes from whoever started the service.</summary>
internal sealed class OperatorSecret(IOptions<OperationsOptions> options)
{
    /// <summary>
    /// Header that holds the secret; the gateway takes headers of this prefix out of whatever comes from outside.
    /// </summary>
    public const string Header = "X-Portal-Operator";

    private const int ShortestSecret = 20;

    private readonly byte[]? _hash = options.Value.Secret is { Length: >= ShortestSecret } secret
        ? HashOf(secret)
        : null;

    /// <summary>Whether the request brings the secret; compared in constant time.</summary>
    public bool IsBroughtBy(HttpContext http) =>
        _hash is not null
        && http.Request.Headers[Header] is [{ Length: > 0 } brought]
        && CryptographicOperations.FixedTimeEquals(HashOf(brought), _hash);

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
