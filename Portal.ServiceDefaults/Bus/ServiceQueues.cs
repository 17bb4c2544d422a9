using System.Collections.Concurrent;

namespace Portal.ServiceDefaults.Bus;

/// <summary>The queues that this service consumes from, as its endpoints were set up.</summary>
internal sealed class ServiceQueues
{
    // MassTransit moves there what failed every try, and what no consumer of the queue takes.
    private static readonly string[] DeadLetterSuffixes = ["_error", "_skipped"];

    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <summary>Names of the queues.</summary>
    public IEnumerable<string> Names => _names.Keys.Order(StringComparer.Ordinal);

    public void Add(string name) => _names.TryAdd(name, true);

    /// <summary>Names of a queue's dead-letter queues, each of which is there once something was moved to it.</summary>
    public static IEnumerable<string> DeadLettersOf(string name) => DeadLetterSuffixes.Select(suffix => name + suffix);
}
