using System.Diagnostics;
using MassTransit;

namespace Portal.Outbox.Relay;

/// <summary>Sends one stored message and waits until the broker has confirmed it.</summary>
internal sealed class OutboxSender(IBus bus)
{
    /// <summary>Name of the source of the relay's spans, which join the trace of the change.</summary>
    public const string SourceName = "Portal.Outbox";

    private static readonly ActivitySource Source = new(SourceName);

    /// <exception cref="UnsendableMessageException">The message itself is at fault, or its queue does not exist yet.</exception>
    public async Task SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var message = MessageTypes.Read(row.Type, row.Body);
        ActivityContext.TryParse(row.TraceParent, row.TraceState, isRemote: true, out var parent);
        using var activity = Source.StartActivity($"relay {row.Type}", ActivityKind.Producer, parent);
        if (row.Queue is null)
        {
            await bus.Publish(message, message.GetType(), context => context.MessageId = row.MessageId, cancellationToken);
        }
        else
        {
            await SendAsync(row.Queue, message, row.MessageId, cancellationToken);
        }
    }

    private async Task SendAsync(string queue, object message, Guid messageId, CancellationToken cancellationToken)
    {
        // The exchange alone: naming the queue would declare it, as a classic one, before its consumer does.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        try
        {
            await endpoint.Send(message, message.GetType(), Pipe.Execute<SendContext>(context =>
            {
                context.MessageId = messageId;
                context.GetPayload<RabbitMqSendContext>().Mandatory = true;
            }), cancellationToken);
        }
        catch (MessageReturnedException exception)
        {
            throw new UnsendableMessageException($"The queue {queue} does not exist; it does once its consumer has started.", exception);
        }
    }
}
