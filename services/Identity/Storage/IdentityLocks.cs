using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>Locks in PostgreSQL's own SQL. Each is held until the open transaction ends.</summary>
internal static class IdentityLocks
{
    // "identity" in ASCII.
    private const long Seeding = 0x6964656E74697479;

    /// <summary>Lets one replica at a time create what has to be there once.</summary>
    public static Task TakeSeedingTurnAsync(this IdentityDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Seeding})", cancellationToken);
}
