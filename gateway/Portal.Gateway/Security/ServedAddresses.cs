using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Security;

/// <summary>
/// The addresses at which the portal is: the issuer's, and those that <c>Gateway__Addresses</c> names beside it. A
/// request for any other host is for somebody else, or was led here by a name that somebody else made point here.
/// </summary>
internal sealed class ServedAddresses
{
    /// <summary>Addresses with scheme and host, parted by commas: <c>http://127.0.0.1:8080</c>.</summary>
    private const string Setting = "Gateway:Addresses";

    private readonly Dictionary<string, string> _originByHost = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">An address is none.</exception>
    public ServedAddresses(IConfiguration configuration, IOptions<TokenOptions> tokens)
    {
        Issuer = tokens.Value.Issuer;
        Add(Issuer, $"{TokenOptions.Section}:{nameof(TokenOptions.Issuer)}");
        foreach (var address in (configuration[Setting] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(address, Setting);
        }
    }

    /// <summary>The address that is everybody's.</summary>
    public string Issuer { get; }

    /// <summary>
    /// The origin (RFC 6454) of pages at the host that a request is for; null where that host is not the portal's.
    /// </summary>
    /// <remarks>
    /// The header as it came: read through <see cref="HttpRequest.Host"/>, broken Punycode is an exception.
    /// </remarks>
    public string? OriginOf(HttpRequest request) => _originByHost.GetValueOrDefault(request.Headers.Host.ToString());

    private void Add(string text, string setting)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address is not { Scheme: "http" or "https", PathAndQuery: "/" })
        {
            throw new InvalidOperationException(
                $"{setting}: '{text}' is no address such as https://portal.example, without a path.");
        }

        // As browsers write it: letters beyond ASCII in Punycode, the scheme's own port left out.
        var host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        var withPort = $"{host}:{address.Port}";
        var authority = address.IsDefaultPort ? host : withPort;
        _originByHost.TryAdd(authority, $"{address.Scheme}://{authority}");
        _originByHost.TryAdd(withPort, $"{address.Scheme}://{authority}");
    }
}
