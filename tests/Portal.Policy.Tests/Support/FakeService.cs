using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Bus;

namespace Portal.Policies.Tests.Support;

/// <summary>Starts a host that takes the commands of another service.</summary>
internal static class FakeService
{
    public static async Task<IHost> StartAsync<TConsumer, TState>(
        string broker, string service, TState state, CancellationToken cancellationToken)
        where TConsumer : class, IConsumer
        where TState : class
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:rabbitmq"] = broker });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(state);
        builder.AddPortalBus(service, bus => bus.AddConsumer<TConsumer>());
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return host;
    }
}
