using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions;

/// <summary>
/// Lets in whoever brings a session's reference, if they may still be where the session is: asked each time a token is
/// to be had, so that what was taken away is gone even where nobody ended the session.
/// </summary>
internal sealed class SessionResolver(
    IdentityDb db, SessionManager sessions, AccountAccess access, AgencyScope agency, TimeProvider time)
{
    /// <summary>Shortest time between two notes that a session is used; many replicas ask at once.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(20);

    /// <summary>The session, noted as used; null when there is none or its person may not be there any more.</summary>
    public async Task<ActiveSession?> ResolveAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(reference, cancellationToken) is not { } session)
        {
            return null;
        }

        agency.BindTo(session.AgencyId);
        var graceEndsAt = session.GraceEndsAt(reference);
        var entered = session.Kind == SessionKind.Staff
            ? await StaffAsync(session, graceEndsAt, cancellationToken)
            : await ClientAsync(session, graceEndsAt, cancellationToken);
        if (entered is not null)
        {
            await SeeAsync(session, cancellationToken);
        }

        return entered;
    }

    private async Task<ActiveSession?> StaffAsync(
        Session session, DateTimeOffset? graceEndsAt, CancellationToken cancellationToken)
    {
        var member = await db.Staff.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == session.SubjectId, cancellationToken);
        return member is not { IsActive: true }
            ? null
            : new ActiveSession(session, member.Role.Claim(), member.Name, graceEndsAt);
    }

    private async Task<ActiveSession?> ClientAsync(
        Session session, DateTimeOffset? graceEndsAt, CancellationToken cancellationToken)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(
                cancellationToken) is not { Settings.ClientCenter: true })
        {
            return null;
        }

        var accounts = await access.OfAsync(session.AgencyId, session.Email, cancellationToken);
        if (accounts.SingleOrDefault(one => one.AccountId == session.AccountId) is { } account)
        {
            return new ActiveSession(session, Roles.Insured, account.Name, graceEndsAt);
        }

        await EndAsync(session, cancellationToken);
        return null;
    }

    private async Task EndAsync(Session session, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Entry(session).State = EntityState.Detached;
        if (await sessions.TakeAsync(session.Id, cancellationToken) is { } live)
        {
            // Nobody did it now: somebody took the access away before.
            await sessions.EndAsync(
                live, SessionEnd.AccessLost, new AuditActor { SessionId = live.Id }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task SeeAsync(Session session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (session.LastSeenAt + SeenEvery > now)
        {
            return;
        }

        // One statement, so that of many who ask at once one writes.
        var late = now - SeenEvery;
        await db.Sessions.Where(one => one.Id == session.Id && one.LastSeenAt <= late)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.LastSeenAt, now), cancellationToken);
    }
}
