using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Proxies in front of the gateway, such as one that ends TLS, whose word on the caller's address, scheme and host is
/// taken (X-Forwarded-For, -Proto, -Host); the host still has to be one that is served. Without any, the connection
/// alone counts.
/// </summary>
internal static class TrustedProxies
{
    /// <summary>Addresses and networks, parted by commas: <c>192.0.2.7, 10.0.0.0/8</c>.</summary>
    private const string Setting = "Gateway:TrustedProxies";

    /// <exception cref="InvalidOperationException">A part of the setting is no address and no network.</exception>
    public static WebApplication UseTrustedProxies(this WebApplication app)
    {
        var networks = Read(app.Configuration[Setting]);
        if (networks.Count == 0)
        {
            app.UseMiddleware<UnnamedProxyWarning>();
            return app;
        }

        // As many proxies as there are; the first that is not trusted is the caller.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
        return app;
    }

    private static List<IPNetwork> Read(string? setting) =>
        [.. (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(NetworkOf)];

    private static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException(
            $"{Setting}: '{text}' is neither an address nor a network such as 10.0.0.0/8.");
}
