using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>Saving where somebody else may have been faster.</summary>
internal static class Saving
{
    /// <summary>Saves; false when a row was changed by somebody else since it was read, and then nothing is saved.</summary>
    public static async Task<bool> TrySaveAsync(this IdentityDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
