using System.Collections.Concurrent;

namespace Portal.Testing.Messages;

/// <summary>Everything that a <see cref="RecordingBus"/> received.</summary>
internal sealed class Recording
{
    public ConcurrentQueue<object> Messages { get; } = new();
}
