using Npgsql;
using Portal.Notification.Domain.Deliveries;

namespace Portal.Notification.Storage;

/// <summary>
/// The receipts' statements, each a transaction of its own beside the one that claims the deliveries.
/// </summary>
internal sealed class ReceiptTable(NpgsqlDataSource database)
{
    // This one transaction does not wait for the disk: docs/decisions/007-receipts.md.
    private const string AddSql = """
        insert into receipts (delivery_id, answer, accepted_at)
        select $1, $2, $3 from set_config('synchronous_commit', 'off', true)
        on conflict do nothing
        """;

    /// <summary>Writes a receipt, which outlives this process from then on; one that is there already stays.</summary>
    public async Task AddAsync(Receipt receipt)
    {
        await using var command = database.CreateCommand(AddSql);
        command.Parameters.AddWithValue(receipt.DeliveryId);
        command.Parameters.AddWithValue(receipt.Answer);
        command.Parameters.AddWithValue(receipt.AcceptedAt.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }
}
