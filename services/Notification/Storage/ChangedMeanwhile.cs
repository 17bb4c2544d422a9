using Microsoft.EntityFrameworkCore;

namespace Portal.Notification.Storage;

/// <summary>Saving where somebody else may have had the same wish a moment ago.</summary>
internal static class ChangedMeanwhile
{
    /// <summary>Saves all; false, and nothing is saved, when a row was changed since it was read. What was read is then let go of.</summary>
    public static async Task<bool> TrySaveAsync(this NotificationContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
