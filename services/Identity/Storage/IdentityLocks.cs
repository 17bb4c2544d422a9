using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>Locks in PostgreSQL's own SQL. Each is held until the open transaction ends.</summary>
internal static class IdentityLocks
{
    // "identity" in ASCII.
    private const long Seeding = 0x6964656E74697479;

    // "trail" in ASCII; the first of two keys.
    private const int Trail = 0x74726169;

    // "thro" in ASCII; the first of two keys.
    private const int Throttles = 0x7468726F;

    /// <summary>Lets one at a time count what may be done only so often.</summary>
    public static Task TakeThrottleTurnAsync(this IdentityDb db, string key, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Throttles}, hashtext({key}))", cancellationToken);

    /// <summary>Lets one at a time append to an agency's audit trail.</summary>
    public static Task TakeTrailTurnAsync(this IdentityDb db, Guid agencyId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock({Trail}, hashtext({agencyId.ToString()}))", cancellationToken);

    /// <summary>Lets one replica at a time create what has to be there once.</summary>
    public static Task TakeSeedingTurnAsync(this IdentityDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Seeding})", cancellationToken);
}
