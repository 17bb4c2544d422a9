using Npgsql;
using Portal.Notification.Storage;

namespace Portal.Notification.Telemetry;

/// <summary>Counts every few seconds the deliveries that wait, while somebody watches the metrics.</summary>
internal sealed partial class DeliveryWatch(
    NpgsqlDataSource database, MailMetrics metrics, TimeProvider clock, ILogger<DeliveryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
            metrics.Show(await DeliveryTable.BacklogAsync(database, clock.GetUtcNow(), cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            NotSeen(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "How many deliveries wait is not known at the moment: {Reason}")]
    private partial void NotSeen(string reason);
}
