using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>
/// Runs the relay of one context: woken by the database, and once a second in case a wake-up was missed. Waits longer
/// and longer while broker or database are away.
/// </summary>
internal sealed partial class OutboxWorker<TContext>(
    IServiceProvider services, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxWorker<TContext>> log)
    : BackgroundService
    where TContext : DbContext
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scopes.ModelHas<TContext, OutboxMessage>())
        {
            return;
        }

        using var awake = new SemaphoreSlim(1, 1);
        var listener = ActivatorUtilities.CreateInstance<OutboxListener>(services);
        var relay = ActivatorUtilities.CreateInstance<OutboxRelay>(
            services, new OutboxSender(services.GetRequiredService<IBus>()));
        var listening = listener.ListenAsync(() => Wake(awake), stoppingToken);
        await Task.WhenAll(listening, RelayAsync(relay, awake, stoppingToken));
    }

    private static void Wake(SemaphoreSlim awake)
    {
        if (awake.CurrentCount == 0)
        {
            awake.Release();
        }
    }

    private async Task RelayAsync(OutboxRelay relay, SemaphoreSlim awake, CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (true)
        {
            switch (await PassAsync(relay, stoppingToken))
            {
                case RelayResult.Progress:
                    pause = FirstPause;
                    break;
                case RelayResult.Nothing:
                    pause = FirstPause;
                    await awake.WaitAsync(PollInterval, stoppingToken);
                    break;
                default:
                    await Task.Delay(pause, time, stoppingToken);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                    break;
            }
        }
    }

    private async Task<RelayResult> PassAsync(OutboxRelay relay, CancellationToken stoppingToken)
    {
        try
        {
            return await relay.RunAsync(stoppingToken);
        }
        catch (NpgsqlException exception)
        {
            Away(exception.Message);
            return RelayResult.Interrupted;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox waits for its database: {Reason}")]
    private partial void Away(string reason);
}
