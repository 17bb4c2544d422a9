using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.SignIns;
using Portal.Persistence.Database;

namespace Portal.Identity.Storage;

/// <summary>
/// Forgets sign-ins that are long over, marks that no rule looks at any more, and browsers that nobody signs in with.
/// </summary>
internal sealed partial class SignInCleaner(IServiceScopeFactory scopes, TimeProvider time, ILogger<SignInCleaner> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>A little longer than the widest window of a rule, which is a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception failure) when (failure.OfDatabase() is not null)
            {
                LogPutOff(failure);
            }
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var until = time.GetUtcNow() - Kept;
        await db.SignIns.IgnoreQueryFilters().Where(one => one.ExpiresAt < until).ExecuteDeleteAsync(cancellationToken);
        await db.ThrottleMarks.Where(one => one.At < until).ExecuteDeleteAsync(cancellationToken);
        var unused = time.GetUtcNow() - KnownDevice.Lifetime;
        await db.KnownDevices.IgnoreQueryFilters().Where(one => one.SignedInAt < unused)
            .ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "What is left of old sign-ins is removed in an hour, the database does not "
        + "answer now")]
    private partial void LogPutOff(Exception failure);
}
