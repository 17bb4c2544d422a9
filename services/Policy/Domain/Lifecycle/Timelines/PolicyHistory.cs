using System.Collections.Immutable;
using NodaTime;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>
/// All that was recorded of a policy, in the order of recording. Nothing is ever taken out, so that what was answered
/// from an earlier knowledge is answered the same for ever.
/// </summary>
internal sealed class PolicyHistory
{
    private readonly ImmutableList<RecordedEvent> _events;

    private PolicyHistory(ImmutableList<RecordedEvent> events) => _events = events;

    /// <summary>Of a policy of which nothing was recorded.</summary>
    public static PolicyHistory Empty { get; } = new([]);

    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <exception cref="ArgumentException">It doesn't follow what was recorded before it.</exception>
    public PolicyHistory With(RecordedEvent recorded)
    {
        if (_events is [.., var last] && (recorded.Version <= last.Version || recorded.RecordedAt < last.RecordedAt))
        {
            throw new ArgumentException(
                $"Event {recorded.Version} of {recorded.RecordedAt} doesn't follow event {last.Version} of "
                + $"{last.RecordedAt}.",
                nameof(recorded));
        }

        return new PolicyHistory(_events.Add(recorded));
    }

    /// <summary>What was known at an instant: events recorded up to and including it.</summary>
    public PolicyHistory KnownAt(Instant knownAt) =>
        new(_events.RemoveAll(recorded => recorded.RecordedAt > knownAt));

    /// <summary>
    /// What happened by all that is recorded: each event as corrected, without what never happened, without the
    /// corrections themselves and without what follows by the clock.
    /// </summary>
    public IReadOnlyList<RecordedEvent> Happened() =>
    [
        .. Corrected().Where(
            recorded => recorded.Event is not PolicyEvent.Corrected && !recorded.Event.IsOfClock),
    ];

    /// <summary>The last thing that somebody recorded; null when nothing was.</summary>
    public RecordedEvent? LastOfPeople => _events.FindLast(recorded => !recorded.Event.IsOfClock);

    /// <summary>What was recorded before an event.</summary>
    public PolicyHistory Before(RecordedEvent recorded) =>
        new(_events.RemoveAll(each => each.Version >= recorded.Version));

    /// <summary>The event of a version, corrections among them, as it is known; null when there is none.</summary>
    public RecordedEvent? Find(long version) => Corrected().SingleOrDefault(recorded => recorded.Version == version);

    // A correction may be corrected itself, so the last ones are read first.
    private List<RecordedEvent> Corrected()
    {
        var corrections = new Dictionary<long, Stack<EventChange?>>();
        var known = new List<RecordedEvent>();
        foreach (var recorded in Enumerable.Reverse(_events))
        {
            if (WithCorrections(recorded.Event, corrections.GetValueOrDefault(recorded.Version)) is not { } happened)
            {
                continue;
            }

            known.Add(recorded with { Event = happened });
            if (happened is PolicyEvent.Corrected correction)
            {
                if (!corrections.TryGetValue(correction.Of, out var of))
                {
                    corrections[correction.Of] = of = new Stack<EventChange?>();
                }

                of.Push(correction.Change);
            }
        }

        known.Reverse();
        return known;
    }

    private static PolicyEvent? WithCorrections(PolicyEvent recorded, Stack<EventChange?>? corrections)
    {
        foreach (var change in corrections ?? [])
        {
            if (change is null)
            {
                return null;
            }

            recorded = change.Over(recorded);
        }

        return recorded;
    }
}
