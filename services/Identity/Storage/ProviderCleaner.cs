using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Database;

namespace Portal.Identity.Storage;

/// <summary>Forgets, once a minute, revocations and used assertions whose tokens have expired anyway.</summary>
internal sealed partial class ProviderCleaner(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<ProviderCleaner> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ForgetAsync(
                    scope.ServiceProvider.GetRequiredService<IdentityDb>(), time.GetUtcNow(), stoppingToken);
            }
            catch (Exception exception) when (exception.OfDatabase() is not null)
            {
                LogPostponed(exception);
            }
        }
    }

    private static async Task ForgetAsync(IdentityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Revocations.Where(one => one.Until <= now).ExecuteDeleteAsync(cancellationToken);
        await db.UsedAssertions.Where(one => one.Until <= now).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "What has expired stays for another minute")]
    private partial void LogPostponed(Exception exception);
}
