using System.Text;
using Portal.Testing.Waiting;
using RabbitMQ.Client;

namespace Portal.Notification.Tests.Support;

/// <summary>Reads a queue of messages that were given up.</summary>
internal static class ErrorQueue
{
    /// <summary>The first message with its headers, as text; waits for it.</summary>
    public static async Task<string> FirstAsync(string broker, string queue, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker) };
        string? found = null;
        await Eventually.TrueAsync(
            async () =>
            {
                // A queue that is just being made can cost the connection, so each look has its own.
                await using var connection = await factory.CreateConnectionAsync(cancellationToken);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
                found = await TryGetAsync(channel, queue, cancellationToken);
                return found is not null;
            },
            cancellationToken);
        return found!;
    }

    private static async Task<string?> TryGetAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            var message = await channel.BasicGetAsync(queue, autoAck: true, cancellationToken);
            return message is null
                ? null
                : string.Join('\n', (message.BasicProperties.Headers ?? new Dictionary<string, object?>())
                .Select(
                    header => $"{header.Key}: {(header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header.Value)}")
                .Append(Encoding.UTF8.GetString(message.Body.Span)));
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            // Nothing was given up yet, so there is no such queue.
            return null;
        }
    }
}
