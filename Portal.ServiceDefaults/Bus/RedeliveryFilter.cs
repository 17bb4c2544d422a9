using MassTransit;
using MassTransit.Context;
using MassTransit.Scheduling;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// Gives each consumed message a scheduler that waits in <see cref="RedeliveryQueues"/>, so that delayed redelivery
/// needs no plugin of the broker.
/// </summary>
internal sealed class RedeliveryFilter(TimeSpan[] waits) : IFilter<ConsumeContext>
{
    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        // Redelivery asks only to send to the message's own queue; the topology is for scheduled publishing alone.
        context.GetOrAddPayload<MessageSchedulerContext>(() => new ConsumeMessageSchedulerContext(
            context, consumed => new MessageScheduler(new RedeliveryScheduler(consumed, waits), null!)));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("redelivery");
}
