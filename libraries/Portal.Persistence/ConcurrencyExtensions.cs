using Microsoft.EntityFrameworkCore;

namespace Portal.Persistence;

/// <summary>Saving where another writer may have been faster.</summary>
public static class ConcurrencyExtensions
{
    /// <summary>
    /// Saves all; false, and nothing is saved, when a row was changed by another writer since it was read. What was
    /// read is then let go of.
    /// </summary>
    public static async Task<bool> TrySaveAsync(this DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
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
