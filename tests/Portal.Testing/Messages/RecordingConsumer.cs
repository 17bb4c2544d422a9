using MassTransit;

namespace Portal.Testing.Messages;

/// <summary>Keeps every message of a type.</summary>
internal sealed class RecordingConsumer<T>(Recording recording) : IConsumer<T>
    where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        recording.Messages.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
