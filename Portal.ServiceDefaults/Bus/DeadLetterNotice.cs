using MassTransit;

namespace Portal.ServiceDefaults.Bus;

/// <summary>Notes that a message is about to be moved to a dead-letter queue, which MassTransit makes when it needs it.</summary>
/// <typeparam name="TContext">What is moved: <see cref="ExceptionReceiveContext"/> or, when no consumer took it, <see cref="ReceiveContext"/>.</typeparam>
internal sealed class DeadLetterNotice<TContext>(ServiceQueues queues, string deadLetters) : IFilter<TContext>
    where TContext : class, ReceiveContext
{
    public Task Send(TContext context, IPipe<TContext> next)
    {
        queues.MovesTo(deadLetters);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetterNotice");
}
