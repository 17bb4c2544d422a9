using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.ServiceDefaults.Clients;

/// <summary>
/// Finding the services at the addresses that the app host hands over: <c>services__{name}__http__{n}</c>.
/// </summary>
public static class DiscoveryExtensions
{
    /// <summary>
    /// Adds service discovery by configuration alone. Its default also takes a name that nobody set for one that DNS
    /// knows, which tells of a forgotten setting only by a connection that fails.
    /// </summary>
    public static IServiceCollection AddServices(this IServiceCollection services) =>
        services.AddServiceDiscoveryCore().AddConfigurationServiceEndpointProvider();

    /// <summary>The addresses of a service; a single one may be that of a proxy in front of several replicas.</summary>
    internal static IEnumerable<string> AddressesOf(this IConfiguration configuration, string service) =>
        configuration.GetSection($"services:{service}:http").GetChildren().Select(address => address.Value)
            .OfType<string>();

    /// <summary>Makes sure that a service has an address.</summary>
    /// <exception cref="InvalidOperationException">The app host named none for it.</exception>
    public static void RequireService(this IConfiguration configuration, string service)
    {
        if (!configuration.AddressesOf(service).Any())
        {
            throw new InvalidOperationException(
                $"No address for service '{service}'; set services__{service}__http__0, as WithReference in the app "
                + "host does.");
        }
    }
}
