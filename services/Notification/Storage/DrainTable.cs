using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Notification.Storage;

/// <summary>
/// The drain's statements in PostgreSQL's own SQL. It is kept in the database, so that it holds for every replica.
/// </summary>
internal sealed class DrainTable(NpgsqlDataSource database)
{
    public const string Name = "drains";

    /// <summary>
    /// Key of the advisory lock ("drain" in ASCII) that batches share: it can't be taken alone while one is sent.
    /// </summary>
    private const long Sending = 0x647261696E;

    /// <summary>Begins the drain, unless there is one.</summary>
    public async Task BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "insert into drains (id, since) values (1, $1) on conflict do nothing");
        command.Parameters.AddWithValue(now.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from drains");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Waits for the batches that are being sent, by whichever replica; false when the time is over before.
    /// </summary>
    public async Task<bool> AwaitBatchesAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var limit = new NpgsqlCommand("select set_config('lock_timeout', $1, true)", connection);
            limit.Parameters.AddWithValue($"{atMost.TotalMilliseconds:F0}ms");
            await limit.ExecuteNonQueryAsync(cancellationToken);
            await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection);
            alone.Parameters.AddWithValue(Sending);
            await alone.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>Says, until the context's transaction ends, that a batch may be being sent.</summary>
    public static Task EnterAsync(NotificationDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Sending})", cancellationToken);
}
