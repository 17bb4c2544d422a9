using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Outbox.Database;

namespace Portal.Outbox.Relay;

/// <summary>Looks every few seconds at what waits in the outbox of a context, while somebody watches the metrics.</summary>
internal sealed partial class OutboxWatch<TContext>(
    NpgsqlDataSource database, OutboxMetrics metrics, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWatch<TContext>> log)
    : BackgroundService
    where TContext : DbContext
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scopes.ModelHas<TContext, OutboxMessage>())
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            if (metrics.IsWatched)
            {
                await LookAsync(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            metrics.Show(await OutboxTable.BacklogAsync(database, cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            NotSeen(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "What waits in the outbox is not known at the moment: {Reason}")]
    private partial void NotSeen(string reason);
}
