using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Portal.ServiceDefaults.Bus;

/// <summary>Asks the broker how many messages wait in a queue.</summary>
internal static class QueueCount
{
    /// <summary>Messages that wait; null when there is no such queue, which costs the channel that asked.</summary>
    public static async Task<uint?> CountAsync(
        this IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
