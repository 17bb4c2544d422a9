using MassTransit;

namespace Portal.ServiceDefaults.Bus;

/// <summary>Puts a message into the waiting queue whose time is nearest to the one asked for.</summary>
internal sealed class RedeliveryScheduler(ConsumeContext consumed, TimeSpan[] waits) : IScheduleMessageProvider
{
    public async Task<ScheduledMessage<T>> ScheduleSend<T>(
        Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe,
        CancellationToken cancellationToken)
        where T : class
    {
        var asked = scheduledTime - DateTime.UtcNow;
        var wait = waits.MinBy(candidate => (candidate - asked).Duration());
        var token = NewId.NextGuid();
        var endpoint = await consumed.GetSendEndpoint(
            new Uri($"exchange:{RedeliveryQueues.NameFor(wait)}?type=fanout"));
        await endpoint.Send(message, Pipe.ExecuteAsync<SendContext<T>>(async context =>
        {
            context.ScheduledMessageId = token;
            await pipe.Send(context);
            context.SetRoutingKey(destinationAddress.Segments[^1]);
        }), cancellationToken);
        return new Scheduled<T>(token, scheduledTime, destinationAddress, message);
    }

    public Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken) => throw NotCancellable();

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) =>
        throw NotCancellable();

    private static NotSupportedException NotCancellable() =>
        new("A message that waits in a broker's queue can't be called back.");

    private sealed record Scheduled<T>(Guid TokenId, DateTime ScheduledTime, Uri Destination, T Payload)
        : ScheduledMessage<T>
        where T : class;
}
