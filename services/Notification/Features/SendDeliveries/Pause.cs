using Microsoft.Extensions.Options;

namespace Portal.Notification.Features.SendDeliveries;

/// <summary>
/// Holds all senders of this process while something that every mail needs can't be reached, longer and longer until it
/// answers again.
/// </summary>
internal sealed partial class Pause(IOptions<DeliverySettings> settings, TimeProvider clock, ILogger<Pause> log)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private TimeSpan length;
    private DateTimeOffset until;

    /// <summary>Whether sending makes no sense now.</summary>
    public bool IsOn
    {
        get
        {
            lock (gate)
            {
                return clock.GetUtcNow() < until;
            }
        }
    }

    /// <summary>Begins a pause; many failures of the same moment begin one.</summary>
    public void Begin(string reason)
    {
        lock (gate)
        {
            if (clock.GetUtcNow() < until)
            {
                return;
            }

            length = length == TimeSpan.Zero ? First : length * 2;
            length = length < settings.Value.LongestPause ? length : settings.Value.LongestPause;
            until = clock.GetUtcNow() + length;
            Began(length, reason);
        }
    }

    /// <summary>What every mail needs answers again.</summary>
    public void End()
    {
        lock (gate)
        {
            (length, until) = (TimeSpan.Zero, default);
        }
    }

    /// <summary>Waits until the pause is over.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan rest;
        lock (gate)
        {
            rest = until - clock.GetUtcNow();
        }

        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sending pauses for {Length}, nothing is lost: {Reason}")]
    private partial void Began(TimeSpan length, string reason);
}
