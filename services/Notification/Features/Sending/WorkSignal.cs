using System.Threading.Channels;

namespace Portal.Notification.Features.Sending;

/// <summary>Wakes the senders of this process as soon as there is something to send.</summary>
internal sealed class WorkSignal(TimeProvider time)
{
    private const int MaxPending = 16;

    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(MaxPending) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Raise() => _pending.Writer.TryWrite(true);

    /// <summary>Waits until there is something to send, or it is time to look anyway.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _pending.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look.
        }
    }
}
