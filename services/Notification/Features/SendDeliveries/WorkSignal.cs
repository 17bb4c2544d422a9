using System.Threading.Channels;

namespace Portal.Notification.Features.SendDeliveries;

/// <summary>Wakes the senders of this process as soon as there is something to send.</summary>
internal sealed class WorkSignal(TimeProvider clock)
{
    private const int MaxPending = 16;

    private readonly Channel<bool> pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(MaxPending) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Raise() => pending.Writer.TryWrite(true);

    /// <summary>Waits until there is something to send, or it is time to look anyway.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await pending.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look.
        }
    }
}
