using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Smtp;

namespace Portal.Notification.Telemetry;

/// <summary>
/// The spans of mails on their way to the relay. One that a person waits for has a span of its own; certificates share
/// one for all of a distribution that a batch sends, because a span each would cost a fan-out more than its statements
/// do.
/// </summary>
internal sealed class MailSpans(IOptions<SmtpOptions> smtp) : IDisposable
{
    public const string SourceName = "Portal.Notification";

    private const int MostKept = 1000;

    // What is tried again later no longer belongs to the original request.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly ActivitySource Source = new(SourceName);

    private readonly MemoryCache _traces = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>
    /// Keeps in mind which trace a distribution belongs to, which its mails then join. In memory: deliveries that
    /// another replica sends, or that are sent after a restart, have traces of their own.
    /// </summary>
    public void Remember(Guid distribution)
    {
        if (Activity.Current is { Recorded: true } current)
        {
            _traces.Set(
                distribution,
                current.Context,
                new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        }
    }

    /// <summary>Begins the spans of a batch, one a distribution.</summary>
    public BatchSpans Begin(IEnumerable<Delivery> batch) => new(
        from delivery in batch
        group delivery by delivery.DistributionId into distribution
        select (distribution.Key, Start(distribution.Key, distribution.Count())));

    /// <summary>Begins the span of one mail that a person waits for, in the trace of what caused it.</summary>
    public static Activity? BeginUrgent(string relay)
    {
        var span = Source.StartActivity("send mail", ActivityKind.Client);
        span?.SetTag("server.address", relay);
        return span;
    }

    public void Dispose() => _traces.Dispose();

    private Activity? Start(Guid distribution, int mails)
    {
        BatchSpans.Leave();
        var span = Source.StartActivity("send mails", ActivityKind.Client, _traces.Get<ActivityContext>(distribution));
        span?.SetTag("server.address", smtp.Value.Host);
        span?.SetTag("messaging.batch.message_count", mails);
        span?.SetTag("portal.distribution.id", distribution.ToString());
        return span;
    }
}
