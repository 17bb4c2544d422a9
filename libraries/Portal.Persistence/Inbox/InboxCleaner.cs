using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Persistence.Database;

namespace Portal.Persistence.Inbox;

/// <summary>Keeps the inbox small: what is older than the bus can still deliver is forgotten, once an hour.</summary>
internal sealed partial class InboxCleaner<TContext>(
    IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<InboxCleaner<TContext>> log)
    : BackgroundService
    where TContext : DbContext
{
    private const int DefaultRetentionDays = 30;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scopes.ModelHas<TContext, InboxEntry>())
        {
            return;
        }

        var retention = TimeSpan.FromDays(configuration.GetValue("Inbox:RetentionDays", DefaultRetentionDays));
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TContext>();
                var forgotten = await InboxTable.ForgetAsync(db, time.GetUtcNow() - retention, stoppingToken);
                Forgot(forgotten);
            }
            catch (Exception exception) when (exception.OfDatabase() is not null)
            {
                Postponed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Debug, "Forgot {Count} inbox entries")]
    private partial void Forgot(int count);

    [LoggerMessage(LogLevel.Warning, "Old inbox entries stay until the next hour")]
    private partial void Postponed(Exception exception);
}
