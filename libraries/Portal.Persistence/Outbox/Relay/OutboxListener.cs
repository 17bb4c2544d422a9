using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>
/// Hears of commits that added messages, over a connection of its own that is opened again when it breaks.
/// </summary>
internal sealed partial class OutboxListener(NpgsqlDataSource database, TimeProvider time, ILogger<OutboxListener> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Calls <paramref name="wake"/> for each commit that added messages, until cancelled.</summary>
    public async Task ListenAsync(Action wake, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, _) => wake();
                await using var command = new NpgsqlCommand($"listen {OutboxTable.Channel}", connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (NpgsqlException exception)
            {
                Lost(exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox is only polled until the database notifies again: {Reason}")]
    private partial void Lost(string reason);
}
