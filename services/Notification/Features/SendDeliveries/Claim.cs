using Portal.Notification.Storage;

namespace Portal.Notification.Features.SendDeliveries;

/// <summary>The hold that an open transaction has on the deliveries of a batch.</summary>
internal sealed class Claim(NotificationDb db) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>
    /// Asks the database whether the hold still stands. A connection can be lost without a sign, and from then on another
    /// process may send the same deliveries.
    /// </summary>
    /// <exception cref="Npgsql.NpgsqlException">It does not.</exception>
    public async Task EnsureStandsAsync()
    {
        await one.WaitAsync();
        try
        {
            await db.EnsureClaimStandsAsync();
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
