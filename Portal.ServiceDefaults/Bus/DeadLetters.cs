using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// Moves messages that were given up back to the queues that they came from, as after their cause was mended.
/// </summary>
internal sealed partial class DeadLetters(ConnectionFactory broker, ServiceQueues queues, ILogger<DeadLetters> log)
{
    /// <summary>
    /// Moves what lies in the service's dead-letter queues now; what fails again meanwhile stays there. Each message is
    /// acknowledged once the broker has confirmed its copy, so that an interruption can double one and loses none.
    /// </summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.RabbitMQClientException">
    /// The broker does not answer; the rest lies where it lay.
    /// </exception>
    public async Task<IReadOnlyList<ReplayedQueue>> ReplayAsync(CancellationToken cancellationToken)
    {
        await using var connection = await broker.CreateConnectionAsync(cancellationToken);
        var replayed = new List<ReplayedQueue>();
        foreach (var queue in queues.Names)
        {
            foreach (var letters in ServiceQueues.DeadLettersOf(queue))
            {
                if (await connection.CountAsync(letters, cancellationToken) is { } waiting and > 0)
                {
                    var moved = await MoveAsync(connection, letters, queue, waiting, cancellationToken);
                    replayed.Add(new ReplayedQueue(letters, queue, moved));
                    Replayed(moved, letters, queue);
                }
            }
        }

        return replayed;
    }

    private static async Task<int> MoveAsync(
        IConnection connection, string from, string to, uint atMost, CancellationToken cancellationToken)
    {
        var confirmed = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed, cancellationToken);
        var moved = 0;
        while (moved < atMost && await channel.BasicGetAsync(from, autoAck: false, cancellationToken) is { } message)
        {
            await channel.BasicPublishAsync(
                "", to, mandatory: true, GivenUpMessage.PropertiesOf(message), GivenUpMessage.BodyOf(message),
                cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }

        return moved;
    }

    [LoggerMessage(LogLevel.Warning, "An operator moved {Count} messages from {From} back to {To}")]
    private partial void Replayed(int count, string from, string to);
}
