using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Bus;
using Portal.Testing.Waiting;

namespace Portal.Testing.Messages;

/// <summary>
/// Stands where the other services stand: publishes and sends on the service's virtual host, and keeps what the service
/// lets out. Start it before the service, so that nothing is missed.
/// </summary>
public sealed class RecordingBus : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Recording _recording;

    private RecordingBus(IHost host)
    {
        _host = host;
        _recording = host.Services.GetRequiredService<Recording>();
    }

    /// <summary>Starts a bus that records messages of these types.</summary>
    public static async Task<RecordingBus> StartAsync(
        string connectionString, IReadOnlyCollection<Type> types, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:rabbitmq"] = connectionString });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Recording>();
        builder.AddPortalBus("recording", bus =>
        {
            foreach (var type in types)
            {
                bus.AddConsumer(typeof(RecordingConsumer<>).MakeGenericType(type));
            }
        });
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new RecordingBus(host);
    }

    /// <summary>Publishes an event.</summary>
    public Task PublishAsync<T>(T message, CancellationToken cancellationToken)
        where T : class => _host.Services.GetRequiredService<IBus>().Publish(message, cancellationToken);

    /// <summary>Sends an order to a queue that its service has declared.</summary>
    public async Task SendAsync<T>(T message, string queue, CancellationToken cancellationToken)
        where T : class
    {
        var endpoint = await _host.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri($"exchange:{queue}"));
        await endpoint.Send(message, cancellationToken);
    }

    /// <summary>What was received of a type so far, in order of arrival.</summary>
    public IReadOnlyList<T> Received<T>() => [.. _recording.Messages.OfType<T>()];

    /// <summary>The first message of a type that matches, now or soon.</summary>
    /// <exception cref="TimeoutException">None came within half a minute.</exception>
    public async Task<T> FirstAsync<T>(Func<T, bool> matches, CancellationToken cancellationToken)
        where T : class
    {
        var seen = await Eventually.GetAsync(
            () => (Found: Received<T>().FirstOrDefault(matches), OfHowMany: Received<T>().Count),
            now => now.Found is not null,
            cancellationToken,
            $"a {typeof(T).Name} that matches, of those that came");
        return seen.Found!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
