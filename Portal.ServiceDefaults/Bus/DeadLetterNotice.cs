using MassTransit;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// Notes that a message is about to be moved to a dead-letter queue, which MassTransit makes when it needs it.
/// </summary>
/// <typeparam name="TContext">
/// <see cref="ExceptionReceiveContext"/> for what failed, <see cref="ReceiveContext"/> for what no consumer took.
/// </typeparam>
internal sealed class DeadLetterNotice<TContext>(ServiceQueues queues, string deadLetters) : IFilter<TContext>
    where TContext : class, ReceiveContext
{
    public Task Send(TContext context, IPipe<TContext> next)
    {
        queues.NoteMove(deadLetters);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetterNotice");
}
