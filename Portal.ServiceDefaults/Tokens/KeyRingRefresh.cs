using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Reads the keys at the start, until they are there, and then every few minutes. The start does not wait for it: a
/// service comes up while Identity is still down.
/// </summary>
internal sealed class KeyRingRefresh(KeyRing keys, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UntilLoaded = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await keys.RefreshAsync(stoppingToken);
            await Task.Delay(keys.Loaded ? Every : UntilLoaded, time, stoppingToken);
        }
    }
}
