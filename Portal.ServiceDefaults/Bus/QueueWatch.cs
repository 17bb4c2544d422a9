using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Telemetry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// Counts every few seconds what waits in the service's queues, while somebody watches the metrics: declaring a queue
/// passively only asks for it, and is answered with the number of its messages.
/// </summary>
internal sealed partial class QueueWatch(
    ConnectionFactory broker, ServiceQueues queues, QueueMetrics metrics, TimeProvider time, ILogger<QueueWatch> log)
    : MetricWatch(Every, time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private IConnection? _connection;

    protected override bool IsWatched => metrics.IsWatched;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await HangUpAsync();
    }

    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = _connection ??= await broker.CreateConnectionAsync(cancellationToken);
            var depths = new List<QueueDepth>();
            foreach (var queue in queues.Names)
            {
                depths.Add(
                    new QueueDepth(
                        queue, await connection.CountAsync(queue, cancellationToken) ?? 0, IsDeadLetter: false));
                foreach (var letters in ServiceQueues.DeadLettersOf(queue))
                {
                    depths.Add(
                        new QueueDepth(
                            letters,
                            await DeadLettersAsync(connection, letters, cancellationToken),
                            IsDeadLetter: true));
                }
            }

            metrics.Show(depths);
        }
        catch (RabbitMQClientException exception)
        {
            NotSeen(exception.Message);
            await HangUpAsync();
        }
    }

    private async Task<uint> DeadLettersAsync(
        IConnection connection, string letters, CancellationToken cancellationToken)
    {
        if (!queues.MayHold(letters))
        {
            return 0;
        }

        if (await connection.CountAsync(letters, cancellationToken) is { } waiting)
        {
            return waiting;
        }

        queues.NoteMissing(letters);
        return 0;
    }

    private async Task HangUpAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    [LoggerMessage(LogLevel.Debug, "How many messages wait is not known at the moment: {Reason}")]
    private partial void NotSeen(string reason);
}
