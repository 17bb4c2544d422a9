using Microsoft.Extensions.Configuration;

namespace Portal.ServiceDefaults.Discovery;

/// <summary>Addresses of the services as the app host hands them over: <c>services__{name}__http__{n}</c>.</summary>
public static class ServiceEndpoints
{
    /// <summary>Base addresses of all replicas of a service.</summary>
    /// <exception cref="InvalidOperationException">The app host named no address for it.</exception>
    public static IReadOnlyList<Uri> ServiceAddresses(this IConfiguration configuration, string service)
    {
        var addresses = configuration.GetSection($"services:{service}:http").GetChildren()
            .OrderBy(child => int.Parse(child.Key, System.Globalization.CultureInfo.InvariantCulture))
            .Select(child => new Uri(child.Value!))
            .ToList();
        return addresses.Count > 0
            ? addresses
            : throw new InvalidOperationException(
                $"No address for service '{service}'; set services__{service}__http__0, as WithReference in the app host does.");
    }
}
