using System.Collections.Concurrent;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// The queues that this service consumes from, as its endpoints were set up, and their dead-letter queues.
/// </summary>
internal sealed class ServiceQueues
{
    /// <summary>Where MassTransit moves what failed every try.</summary>
    public const string ErrorSuffix = "_error";

    /// <summary>Where MassTransit moves what no consumer of the queue takes.</summary>
    public const string SkippedSuffix = "_skipped";

    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _moved = new(StringComparer.Ordinal);

    /// <summary>Names of the queues.</summary>
    public IEnumerable<string> Names => _names.Keys.Order(StringComparer.Ordinal);

    public void Add(string name) => _names.TryAdd(name, true);

    /// <summary>Names of a queue's dead-letter queues, each of which is there once something was moved to it.</summary>
    public static IEnumerable<string> DeadLettersOf(string name) => [name + ErrorSuffix, name + SkippedSuffix];

    /// <summary>
    /// Whether a dead-letter queue is worth asking for: the broker notes each question for a queue that it doesn't have
    /// as an error. One that was missing is there at the earliest when this process moves something to it; what another
    /// replica moves, that one tells.
    /// </summary>
    public bool MayHold(string deadLetters) => _moved.ContainsKey(deadLetters) || !_missing.ContainsKey(deadLetters);

    /// <summary>Notes that the broker does not have a dead-letter queue.</summary>
    public void NoteMissing(string deadLetters) => _missing.TryAdd(deadLetters, true);

    /// <summary>Notes that something is about to be moved to a dead-letter queue.</summary>
    public void NoteMove(string deadLetters) => _moved.TryAdd(deadLetters, true);
}
