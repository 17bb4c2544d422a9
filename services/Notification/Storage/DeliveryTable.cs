using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Notification.Domain.Deliveries;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Storage;

/// <summary>The deliveries' statements in PostgreSQL's own SQL.</summary>
internal static class DeliveryTable
{
    /// <summary>
    /// Claims deliveries that are due, longest waiting first, and skips those that another process has claimed. They
    /// stay claimed while the context's transaction is open; when its process dies the database ends the transaction at
    /// once.
    /// </summary>
    public static Task<List<Delivery>> ClaimAsync(
        this NotificationDb db, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Deliveries.FromSql(
            $"""
            select *, xmin from deliveries
            where state = 'Pending' and next_attempt_at <= {now.ToUniversalTime()} and not exists (select from drains)
            order by next_attempt_at, id
            limit {limit}
            for update skip locked
            """)
            .IgnoreQueryFilters([AgencyScope.Filter, AgencyScope.AccountFilter])
            .ToListAsync(cancellationToken);

    /// <summary>Counts what the relay has not accepted.</summary>
    public static async Task<DeliveryBacklog> BacklogAsync(
        NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) filter (where state = 'Pending' and next_attempt_at <= $1),
                   count(*) filter (where state = 'Pending' and next_attempt_at > $1),
                   count(*) filter (where state = 'Failed')
            from deliveries where state <> 'Delivered'
            """);
        command.Parameters.AddWithValue(now.ToUniversalTime());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DeliveryBacklog(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>
    /// Looks for a delivery's receipt by the transaction that holds the claim on it, which shows too that it is held.
    /// </summary>
    /// <returns>The relay's words; null where nobody has a receipt.</returns>
    /// <exception cref="NpgsqlException">The transaction is over; another process may have claimed the delivery
    /// meanwhile.</exception>
    public static async Task<string?> FindReceiptAsync(this NotificationDb db, Guid deliveryId)
    {
        await using var question = new NpgsqlCommand(
            "select answer from receipts where delivery_id = $1", (NpgsqlConnection)db.Database.GetDbConnection());
        question.Parameters.AddWithValue(deliveryId);
        return (string?)await question.ExecuteScalarAsync();
    }
}
