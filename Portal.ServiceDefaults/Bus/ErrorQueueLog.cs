using MassTransit;
using Microsoft.Extensions.Logging;

namespace Portal.ServiceDefaults.Bus;

/// <summary>Tells the log which message was given up and where it lies now.</summary>
internal sealed partial class ErrorQueueLog(string queue, ILogger<ErrorQueueLog> log) : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        GaveUp(context.GetMessageId(), queue, context.Exception);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("errorQueueLog");

    [LoggerMessage(LogLevel.Error, "Message {MessageId} failed every try and was moved to {Queue}_error; mend the "
        + "cause, then move it back to {Queue}")]
    private partial void GaveUp(Guid? messageId, string queue, Exception exception);
}
