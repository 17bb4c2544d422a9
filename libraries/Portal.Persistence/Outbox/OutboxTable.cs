using Npgsql;

namespace Portal.Persistence.Outbox;

/// <summary>The outbox's statements in PostgreSQL's own SQL.</summary>
internal static class OutboxTable
{
    public const string Name = "outbox";

    /// <summary>Channel on which a commit that added messages wakes the relays.</summary>
    public const string Channel = "outbox";

    /// <summary>Lanes (keys) that one pass takes, each of which is sent beside the others.</summary>
    private const int Lanes = 64;

    private const int RowsInLane = 32;
    private const int RowsInPass = 256;

    // Only the first row of a key is locked. The relay that holds it has the key to itself, since a row is a head only
    // while no earlier one exists, and earlier ones go when the holder commits. A head that another relay holds, or
    // whose deletion this statement's snapshot does not show yet, is skipped with its key.
    private const string TakeSql = """
        with heads as (
            select head.id, head.key
            from outbox head
            where (head.not_before is null or head.not_before <= now())
              and not exists (select from outbox earlier where earlier.key = head.key and earlier.id < head.id)
            order by head.id
            limit $1
            for update of head skip locked)
        select row.id, row.message_id, row.key, row.queue, row.type, row.body, row.trace_parent, row.trace_state, row.failures
        from heads
        cross join lateral (
            select * from outbox m
            where m.key = heads.key and m.id >= heads.id
            order by m.id
            limit $2) row
        order by row.id
        limit $3
        """;

    private const string SetAsideSql = """
        update outbox set failures = failures + 1, error = $2, not_before = now() + $3 where id = $1
        """;

    private const string TriggerSql = """
        do $do$
        begin
            if not exists (select from pg_trigger where tgname = 'outbox_added' and tgrelid = 'outbox'::regclass) then
                create or replace function outbox_added() returns trigger language plpgsql as
                    $fn$ begin perform pg_notify('outbox', ''); return null; end $fn$;
                create trigger outbox_added after insert on outbox for each statement execute function outbox_added();
            end if;
        end
        $do$
        """;

    /// <summary>
    /// Adds the trigger that wakes the relays, unless it is there; several rows of a transaction wake them once.
    /// </summary>
    public static async Task CreateTriggerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TriggerSql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes what can be sent next; the transaction holds it against other relays.</summary>
    public static async Task<List<OutboxRow>> TakeAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = new List<OutboxRow>();
        await using var command = new NpgsqlCommand(TakeSql, connection);
        command.Parameters.AddWithValue(Lanes);
        command.Parameters.AddWithValue(RowsInLane);
        command.Parameters.AddWithValue(RowsInPass);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new OutboxRow(
                Id: reader.GetInt64(0),
                MessageId: reader.GetGuid(1),
                Key: reader.GetString(2),
                Queue: reader.GetValue(3) as string,
                Type: reader.GetString(4),
                Body: reader.GetString(5),
                TraceParent: reader.GetValue(6) as string,
                TraceState: reader.GetValue(7) as string,
                Failures: reader.GetInt32(8)));
        }

        return rows;
    }

    /// <summary>Counts what waits.</summary>
    public static async Task<OutboxBacklog> BacklogAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select count(*), coalesce(now() - min(enqueued_at), interval '0') from outbox");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new OutboxBacklog(reader.GetInt64(0), reader.GetTimeSpan(1));
    }

    /// <summary>Deletes what the broker has confirmed.</summary>
    public static async Task DeleteAsync(NpgsqlConnection connection, long[] sent, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("delete from outbox where id = any($1)", connection);
        command.Parameters.AddWithValue(sent);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps a row with its error and lets it, and what waits behind it, rest for a while.</summary>
    public static async Task SetAsideAsync(
        NpgsqlConnection connection, long id, string error, TimeSpan rest, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SetAsideSql, connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(error);
        command.Parameters.AddWithValue(rest);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
