using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>Counts what waits in the outbox of a context every few seconds while the metrics are watched.</summary>
internal sealed partial class OutboxWatch<TContext>(
    NpgsqlDataSource database, OutboxMetrics metrics, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<OutboxWatch<TContext>> log)
    : MetricWatch(Every, time)
    where TContext : DbContext
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lazy<bool> _hasOutbox = new(scopes.ModelHas<TContext, OutboxMessage>);

    protected override bool IsWatched => metrics.IsWatched && _hasOutbox.Value;

    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            metrics.Show(await OutboxTable.BacklogAsync(database, cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            NotSeen(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "What waits in the outbox is not known at the moment: {Reason}")]
    private partial void NotSeen(string reason);
}
