using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Storage;

/// <summary>Rows of sign-ins, each read by one request at a time, in PostgreSQL's own SQL.</summary>
internal static class SignInTable
{
    /// <summary>
    /// The sign-in that a browser's reference stands for, tracked. Whoever else asks for it waits until the open
    /// transaction ends, and then sees what it left: so tries are counted and codes spent once, however many come at
    /// the same instant.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No transaction was begun, so that nothing would hold the lock.
    /// </exception>
    public static async Task<SignIn?> LockSignInAsync(
        this IdentityDb db, string reference, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        var hash = SessionReference.HashOf(reference);
        var found = await db.SignIns.FromSql($"select * from sign_ins where reference_hash = {hash} for update")
            .IgnoreQueryFilters().ToListAsync(cancellationToken);
        return found.SingleOrDefault();
    }

    /// <summary>
    /// A member of the staff, tracked and locked, so that a password of an authenticator is accepted once.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No transaction was begun, so that nothing would hold the lock.
    /// </exception>
    public static async Task<StaffMember?> LockStaffAsync(
        this IdentityDb db, Guid staffId, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        var found = await db.Staff.FromSql($"select * from staff where id = {staffId} for update")
            .IgnoreQueryFilters().ToListAsync(cancellationToken);
        return found.SingleOrDefault();
    }

    /// <summary>
    /// The person of an address, made where this is the first time; of several that come at once, one makes it.
    /// </summary>
    public static async Task<Guid> MeetPersonAsync(
        this IdentityDb db, Guid agencyId, string email, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into people (id, agency_id, email, first_seen_at) values ({Guid.CreateVersion7()}, {agencyId}, {email}, {now})
            on conflict (agency_id, email) do nothing
            """,
            cancellationToken);
        return await db.People.IgnoreQueryFilters().Where(one => one.AgencyId == agencyId && one.Email == email)
            .Select(one => one.Id).SingleAsync(cancellationToken);
    }

    /// <summary>Links a Google account to a person; false when it is another person's at the agency.</summary>
    public static async Task<bool> TryLinkGoogleAsync(
        this IdentityDb db, Guid agencyId, Guid personId, string issuer, string subject, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into google_links (agency_id, issuer, subject, person_id, linked_at) values ({agencyId}, {issuer}, {subject}, {personId}, {now})
            on conflict (agency_id, issuer, subject) do nothing
            """,
            cancellationToken);
        return await db.GoogleLinks.IgnoreQueryFilters().AnyAsync(
            one => one.AgencyId == agencyId && one.Issuer == issuer && one.Subject == subject
                && one.PersonId == personId, cancellationToken);
    }

    private static void RequireTransaction(IdentityDb db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "Begin a transaction before locking a row, and commit it with the change.");
        }
    }
}
