using Portal.Notification.Storage;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>What an open transaction holds: the right to send the deliveries of its batch.</summary>
internal sealed class DeliveryLease(NotificationDb db) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>
    /// Asks the database whether the lease is still held, and whether a delivery has its receipt. A connection can be
    /// lost without a sign; from then on another sender may claim the same deliveries, while the one before it still
    /// waits for the relay's answer to the message that it had in doubt.
    /// </summary>
    /// <returns>The relay's words; null where the delivery has no receipt.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The lease is lost.</exception>
    public async Task<string?> FindReceiptAsync(Guid deliveryId)
    {
        await _one.WaitAsync();
        try
        {
            return await db.FindReceiptAsync(deliveryId);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
