using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>Locks in PostgreSQL's own SQL. Each is held until the open transaction ends.</summary>
internal static class IdentityLocks
{
    // "identity" and "id keys" in ASCII.
    private const long Seeding = 0x6964656E74697479;
    private const long Keys = 0x6964206B657973;

    // The first four letters of their names in ASCII; the first of two keys.
    private const int Trail = 0x74726169;
    private const int Session = 0x73657373;
    private const int Account = 0x6163636F;
    private const int Throttles = 0x7468726F;
    private const int Staff = 0x73746166;
    private const int Client = 0x636C6965;

    /// <summary>Lets one at a time count what may be done only so often.</summary>
    public static Task TakeThrottleTurnAsync(this IdentityDb db, string key, CancellationToken cancellationToken) =>
        LockAsync(db, Throttles, key, cancellationToken);

    /// <summary>Lets one at a time append to an agency's audit trail.</summary>
    public static Task TakeTrailTurnAsync(this IdentityDb db, Guid agencyId, CancellationToken cancellationToken) =>
        LockAsync(db, Trail, agencyId.ToString(), cancellationToken);

    /// <summary>Lets one at a time change who of an agency's people may do what.</summary>
    public static Task TakeStaffTurnAsync(this IdentityDb db, Guid agencyId, CancellationToken cancellationToken) =>
        LockAsync(db, Staff, agencyId.ToString(), cancellationToken);

    /// <summary>Lets one at a time change the details and contacts of a client.</summary>
    public static Task TakeClientTurnAsync(this IdentityDb db, Guid accountId, CancellationToken cancellationToken) =>
        LockAsync(db, Client, accountId.ToString(), cancellationToken);

    /// <summary>Lets one at a time change a session.</summary>
    public static Task TakeSessionTurnAsync(this IdentityDb db, Guid sessionId, CancellationToken cancellationToken) =>
        LockAsync(db, Session, sessionId.ToString(), cancellationToken);

    /// <summary>Lets one at a time decide on who may step into an account, or step into it.</summary>
    public static Task TakeAccountTurnAsync(this IdentityDb db, Guid accountId, CancellationToken cancellationToken) =>
        LockAsync(db, Account, accountId.ToString(), cancellationToken);

    /// <summary>Lets one replica at a time create what has to be there once.</summary>
    public static Task TakeSeedingTurnAsync(this IdentityDb db, CancellationToken cancellationToken) =>
        LockAsync(db, Seeding, cancellationToken);

    /// <summary>Lets one replica at a time make, change and remove signing keys.</summary>
    public static Task TakeKeyTurnAsync(this IdentityDb db, CancellationToken cancellationToken) =>
        LockAsync(db, Keys, cancellationToken);

    /// <summary>Lets one request at a time change an application.</summary>
    public static Task TakeApplicationTurnAsync(this IdentityDb db, string id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select from applications where id = {id} for update", cancellationToken);

    private static Task<int> LockAsync(IdentityDb db, long key, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key})", cancellationToken);

    private static Task<int> LockAsync(IdentityDb db, int kind, string key, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({kind}, hashtext({key}))", cancellationToken);
}
