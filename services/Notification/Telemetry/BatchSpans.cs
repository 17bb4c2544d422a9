using System.Collections.Concurrent;
using System.Diagnostics;
using Portal.Notification.Smtp;

namespace Portal.Notification.Telemetry;

/// <summary>The spans of a batch of deliveries, which end with it and tell how many mails ended how.</summary>
internal sealed class BatchSpans : IDisposable
{
    private readonly Dictionary<Guid, Activity> spans = [];
    private readonly ConcurrentDictionary<(Guid Distribution, string Outcome), int> outcomes = new();

    public BatchSpans(IEnumerable<(Guid Distribution, Activity? Span)> begun)
    {
        foreach (var (distribution, span) in begun)
        {
            if (span is not null)
            {
                spans.Add(distribution, span);
            }
        }
    }

    /// <summary>Makes what follows a part of a distribution's span.</summary>
    public void Enter(Guid distribution) => Activity.Current = spans.GetValueOrDefault(distribution);

    /// <summary>Makes what follows, in this flow of control, a part of none: the two statements of each mail.</summary>
    public static void Leave() => Activity.Current = null;

    /// <summary>Notes how a mail ended.</summary>
    public void Count(Guid distribution, MailOutcome outcome)
    {
        if (spans.Count > 0)
        {
            outcomes.AddOrUpdate((distribution, outcome.Name), 1, (_, count) => count + 1);
        }
    }

    public void Dispose()
    {
        foreach (var ((distribution, outcome), count) in outcomes)
        {
            spans[distribution].SetTag($"portal.mails.{outcome}", count);
        }

        foreach (var span in spans.Values)
        {
            span.Dispose();
        }

        Leave();
    }
}
