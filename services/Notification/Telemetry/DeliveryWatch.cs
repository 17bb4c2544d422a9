using Npgsql;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Notification.Telemetry;

/// <summary>Counts the deliveries that wait every few seconds while the metrics are watched.</summary>
internal sealed partial class DeliveryWatch(
    NpgsqlDataSource database, MailMetrics metrics, TimeProvider time, ILogger<DeliveryWatch> log) : MetricWatch(Every,
    time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override bool IsWatched => metrics.IsWatched;

    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            metrics.Show(await DeliveryTable.BacklogAsync(database, Time.GetUtcNow(), cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            NotSeen(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "How many deliveries wait is not known at the moment: {Reason}")]
    private partial void NotSeen(string reason);
}
