using System.Collections.Concurrent;
using System.Diagnostics;
using Portal.Notification.Smtp;

namespace Portal.Notification.Telemetry;

/// <summary>The spans of a batch of deliveries, which end with it and count its mails by outcome.</summary>
internal sealed class BatchSpans : IDisposable
{
    private readonly Dictionary<Guid, Activity> _spans = [];
    private readonly ConcurrentDictionary<(Guid Distribution, string Outcome), int> _outcomes = new();

    public BatchSpans(IEnumerable<(Guid Distribution, Activity? Span)> begun)
    {
        foreach (var (distribution, span) in begun)
        {
            if (span is not null)
            {
                _spans.Add(distribution, span);
            }
        }
    }

    /// <summary>Makes what follows a part of a distribution's span.</summary>
    public void Enter(Guid distribution) => Activity.Current = _spans.GetValueOrDefault(distribution);

    /// <summary>Makes what follows, in this flow of control, a part of none: the two statements of each mail.</summary>
    public static void Leave() => Activity.Current = null;

    /// <summary>Notes how a mail ended.</summary>
    public void Count(Guid distribution, MailOutcome outcome)
    {
        if (_spans.Count > 0)
        {
            _outcomes.AddOrUpdate((distribution, outcome.Name), 1, (_, count) => count + 1);
        }
    }

    public void Dispose()
    {
        foreach (var ((distribution, outcome), count) in _outcomes)
        {
            _spans[distribution].SetTag($"portal.mails.{outcome}", count);
        }

        foreach (var span in _spans.Values)
        {
            span.Dispose();
        }

        Leave();
    }
}
