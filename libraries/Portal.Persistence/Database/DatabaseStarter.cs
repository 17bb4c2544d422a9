using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Persistence.Outbox;

namespace Portal.Persistence.Database;

/// <summary>
/// Creates the database and applies the migrations before anything else of the host starts. Replicas that start
/// together take turns under an advisory lock.
/// </summary>
internal sealed partial class DatabaseStarter<TContext>(
    NpgsqlConnectionStringBuilder settings,
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<DatabaseStarter<TContext>> log)
    : IHostedLifecycleService
    where TContext : DbContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await PrepareAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (
                exception.OfDatabase() is { IsTransient: true } && time.GetElapsedTime(started) < Patience)
            {
                Waiting(exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await DatabaseSetup.CreateIfMissingAsync(settings, cancellationToken);
        await using var turn = await database.OpenConnectionAsync(cancellationToken);
        await DatabaseSetup.TakeTurnAsync(turn, cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>();
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            if (db.Model.FindEntityType(typeof(OutboxMessage)) is not null)
            {
                await OutboxTable.CreateTriggerAsync(turn, cancellationToken);
            }
        }
        finally
        {
            await DatabaseSetup.EndTurnAsync(turn);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet ({Reason}); trying again")]
    private partial void Waiting(string reason);
}
