using Microsoft.Extensions.Options;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>
/// Holds all senders of this process while something that every mail needs can't be reached: one second at first, then
/// twice as long each time, until it answers again.
/// </summary>
internal sealed partial class SendPause(IOptions<DeliveryOptions> settings, TimeProvider time, ILogger<SendPause> log)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TimeSpan _length;
    private DateTimeOffset _until;

    /// <summary>Whether sending makes no sense now.</summary>
    public bool IsOn
    {
        get
        {
            lock (_gate)
            {
                return time.GetUtcNow() < _until;
            }
        }
    }

    /// <summary>Begins a pause; many failures of the same moment begin one.</summary>
    public void Begin(string reason)
    {
        lock (_gate)
        {
            if (time.GetUtcNow() < _until)
            {
                return;
            }

            _length = _length == TimeSpan.Zero ? First : _length * 2;
            _length = _length < settings.Value.LongestPause ? _length : settings.Value.LongestPause;
            _until = time.GetUtcNow() + _length;
            Began(_length, reason);
        }
    }

    /// <summary>What every mail needs answers again.</summary>
    public void End()
    {
        lock (_gate)
        {
            (_length, _until) = (TimeSpan.Zero, default);
        }
    }

    /// <summary>Waits until the pause is over.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan rest;
        lock (_gate)
        {
            rest = _until - time.GetUtcNow();
        }

        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sending pauses for {Length}, nothing is lost: {Reason}")]
    private partial void Began(TimeSpan length, string reason);
}
