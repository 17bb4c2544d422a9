using Npgsql;
using Portal.Notification.Domain;

namespace Portal.Notification.Storage;

/// <summary>The receipts' statements, each a transaction of its own beside the one that claims the deliveries.</summary>
internal sealed class ReceiptTable(NpgsqlDataSource database)
{
    public const string Name = "receipts";

    /// <summary>Writes a receipt; one that is there already stays.</summary>
    public async Task AddAsync(Receipt receipt)
    {
        await using var command = database.CreateCommand(
            "insert into receipts (delivery_id, answer, accepted_at) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.AddWithValue(receipt.DeliveryId);
        command.Parameters.AddWithValue(receipt.Answer);
        command.Parameters.AddWithValue(receipt.AcceptedAt.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }
}
