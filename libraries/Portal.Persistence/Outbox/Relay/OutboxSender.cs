using System.Diagnostics;
using MassTransit;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>Sends one stored message and waits until the broker has confirmed it.</summary>
internal sealed class OutboxSender(IBus bus)
{
    /// <summary>Name of the source of the relay's spans, which join the trace of the change.</summary>
    public const string SourceName = "Portal.Outbox";

    private static readonly ActivitySource Source = new(SourceName);

    /// <exception cref="UnsendableMessageException">
    /// The message itself is at fault, or its queue does not exist yet.
    /// </exception>
    public async Task SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var message = MessageTypes.Read(row.Type, row.Body);
        ActivityContext.TryParse(row.TraceParent, row.TraceState, isRemote: true, out var parent);
        using var activity = Source.StartActivity($"relay {row.Type}", ActivityKind.Producer, parent);
        var stamp = Pipe.Execute<SendContext>(context =>
        {
            context.MessageId = row.MessageId;
            // The broker returns what it can route to no queue, instead of dropping it.
            context.GetPayload<RabbitMqSendContext>().Mandatory = row.Queue is not null;
        });
        try
        {
            if (row.Queue is null or OutboxMessage.AnySubscriber)
            {
                await bus.Publish(message, message.GetType(), stamp, cancellationToken);
            }
            else
            {
                // The exchange alone: naming the queue would declare it, as a classic one, before its consumer does.
                var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{row.Queue}"));
                await endpoint.Send(message, message.GetType(), stamp, cancellationToken);
            }
        }
        catch (MessageReturnedException exception)
        {
            throw new UnsendableMessageException(
                row.Queue == OutboxMessage.AnySubscriber
                    ? $"No service has subscribed to {row.Type} yet; one does when it starts."
                    : $"The queue {row.Queue} does not exist; it does once its consumer has started.",
                exception);
        }
    }
}
