using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.Clients;

/// <summary>HTTP clients between services.</summary>
public static class ServiceClientExtensions
{
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds a typed client of another service. Addresses in it are relative to the service. Requests go to its replicas
    /// in turn (<c>services__{service}__http__{n}</c>) with this service's own token of the scope
    /// (<c>ServiceClient__Id</c>, <c>ServiceClient__Secret</c>); calls that may be made twice, and those that no
    /// replica took, are repeated up to three times. A failure that stays arrives as <see cref="HttpRequestException"/>
    /// or as the response itself.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient<TClient>(
        this IHostApplicationBuilder builder, string service, string scope)
        where TClient : class
    {
        if (builder.Services.All(known => known.ServiceType != typeof(ServiceTokens)))
        {
            builder.Services.AddSingleton<ServiceTokens>();
            builder.Services.AddOptions<ServiceClientOptions>()
                .BindConfiguration(ServiceClientOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            builder.AddReplicaClient(ServiceTokens.ClientName, "identity");
        }

        return builder.AddReplicaClient(typeof(TClient).FullName!, service, scope).AddTypedClient<TClient>();
    }

    /// <summary>
    /// Adds a named client whose requests go to the replicas of a service in turn, and are repeated where they may be.
    /// </summary>
    internal static IHttpClientBuilder AddReplicaClient(
        this IHostApplicationBuilder builder, string name, string service, string? scope = null)
    {
        builder.Services.AddServices();
        var client = builder.Services.AddHttpClient(name, http =>
        {
            builder.Configuration.RequireService(service);
            http.BaseAddress = new Uri($"http://{service}/");
            http.Timeout = TotalTimeout;
        });
        client.RemoveAllLoggers();
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.UseSocketsHttpHandler((handler, _) =>
        {
            handler.ConnectTimeout = ConnectTimeout;
            handler.PooledConnectionLifetime = ConnectionLifetime;
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.UseProxy = false;
        });
        if (scope is not null)
        {
            client.AddHttpMessageHandler(
                provider => new ServiceTokenHandler(provider.GetRequiredService<ServiceTokens>(), scope));
        }

        client.AddServiceResilience(
            service, builder.Configuration.GetValue("ServiceCalls:AttemptTimeout", ServiceResilience.AttemptTimeout));
        return client;
    }
}
