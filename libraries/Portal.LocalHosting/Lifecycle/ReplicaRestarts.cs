using Aspire.Hosting.ApplicationModel;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// Tells from the states that one process goes through whether, and after which pause, it is to be started again.
/// </summary>
internal sealed class ReplicaRestarts(TimeProvider time)
{
    private readonly Backoff _backoff = new();
    private bool _ended;
    private bool _asked;
    private long? _started;

    /// <returns>The pause before the next start; null when there is nothing to start.</returns>
    public TimeSpan? PauseAfter(string? state)
    {
        // One end is told in several words, and each again with every other change of the resource.
        var ended = KnownResourceStates.TerminalStates.Contains(state);
        var endedBefore = _ended;
        _ended = ended;
        if (state == KnownResourceStates.Stopping)
        {
            _asked = true;
        }
        else if (state == KnownResourceStates.Running)
        {
            _asked = false;
            _started ??= time.GetTimestamp();
        }
        else if (ended && !endedBefore && !_asked)
        {
            var lived = _started is { } started ? time.GetElapsedTime(started) : TimeSpan.Zero;
            _started = null;
            return _backoff.Next(lived);
        }

        return null;
    }
}
