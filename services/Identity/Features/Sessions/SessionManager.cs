using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions;

/// <summary>
/// Opens and ends sessions as part of a change; the caller saves. What ends is told to the gateway, ends the
/// delegations that were begun in it, and is entered into the audit trail.
/// </summary>
internal sealed class SessionManager(
    IdentityDb db, AccountAccess access, Revocations revocations, DelegationManager delegations, TimeProvider time)
{
    /// <summary>Opens a session; the reference goes into the browser's cookie and nowhere else.</summary>
    public (Session Session, SessionReference Reference) Open(SessionStart start)
    {
        var opened = Session.Open(start, time.GetUtcNow());
        db.Sessions.Add(opened.Session);
        return opened;
    }

    /// <summary>The live session that a browser's reference stands for, tracked; null when there is none.</summary>
    public async Task<Session?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var (hash, now) = (SessionReference.HashOf(reference), time.GetUtcNow());
        var session = await db.Sessions.IgnoreQueryFilters().SingleOrDefaultAsync(
            one => one.ReferenceHash == hash || one.PreviousHash == hash, cancellationToken);
        return session?.IsLive(now) is true && !(session.GraceEndsAt(reference) <= now) ? session : null;
    }

    /// <summary>
    /// The live session of a caller's token, tracked; null when it has ended. Whoever else changes it this way waits
    /// until the open transaction ends.
    /// </summary>
    public async Task<Session?> TakeAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await db.TakeSessionTurnAsync(sessionId, cancellationToken);
        var session = await db.Sessions.IgnoreQueryFilters()
            .SingleOrDefaultAsync(one => one.Id == sessionId, cancellationToken);
        return session?.IsLive(time.GetUtcNow()) is true ? session : null;
    }

    /// <summary>Ends a session by its own person.</summary>
    /// <param name="session">A tracked session.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task EndAsync(Session session, SessionEnd reason, CancellationToken cancellationToken) =>
        EndAsync(
            session,
            reason,
            new AuditActor
            {
                Id = session.SubjectId.ToString(),
                Name = session.Name,
                Role = session.Kind == SessionKind.Client ? Roles.Insured : null,
                SessionId = session.Id,
            },
            cancellationToken);

    /// <summary>Ends a session and every delegation that was begun in it.</summary>
    /// <param name="session">A tracked session.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EndAsync(
        Session session, SessionEnd reason, AuditActor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!session.End(reason, now))
        {
            return;
        }

        revocations.Add(RevocationKind.Session, session.Id.ToString(), now + AccessTokenLifetime.Reach);
        await delegations.EndAllAsync(one => one.SessionId == session.Id, actor, cancellationToken);
        db.Record(
            actor.Did(AuditActions.SessionEnded, session.Id.ToString(), session.AgencyId, session.AccountId, now) with
            {
                Detail = reason.ToString(),
            });
    }

    /// <summary>
    /// Ends the sessions at an account of everyone who may not sign in to it any more. To be called in a transaction,
    /// after the change of contacts was saved and before the commit.
    /// </summary>
    public async Task EndWhereAccessIsLostAsync(
        Guid agencyId, Guid accountId, AuditActor actor, CancellationToken cancellationToken)
    {
        foreach (var session in await LiveAsync(one => one.AccountId == accountId, cancellationToken))
        {
            var open = await access.OfAsync(agencyId, session.Email, cancellationToken);
            if (!open.Any(account => account.AccountId == accountId))
            {
                await EndAsync(session, SessionEnd.AccessLost, actor, cancellationToken);
            }
        }
    }

    /// <summary>Sessions that have not ended and not expired, tracked, past the scope's filters.</summary>
    public Task<List<Session>> LiveAsync(
        System.Linq.Expressions.Expression<Func<Session, bool>> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.IgnoreQueryFilters().Where(one => one.EndedAt == null && one.ExpiresAt > now).Where(which)
            .ToListAsync(cancellationToken);
    }
}
