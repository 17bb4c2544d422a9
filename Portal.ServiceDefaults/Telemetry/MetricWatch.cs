using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.Telemetry;

/// <summary>
/// Asks every few seconds for what an instrument shows and only asking tells, as long as somebody watches the
/// instrument.
/// </summary>
public abstract class MetricWatch(TimeSpan every, TimeProvider time) : BackgroundService
{
    /// <summary>The clock that it goes by.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>Whether anybody wants to know.</summary>
    protected abstract bool IsWatched { get; }

    /// <summary>Asks once. What can't be had at the moment is noted, not thrown: the next time may tell.</summary>
    protected abstract Task LookAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Time);
        do
        {
            if (IsWatched)
            {
                await LookAsync(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
