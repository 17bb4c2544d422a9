using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Access;

/// <summary>The session of a person of the agency who calls.</summary>
internal sealed class StaffSession(IdentityDb db, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>The session and its person, tracked.</summary>
    public Task<Result<Found>> FindAsync(CancellationToken cancellationToken) =>
        FindAsync(db.Sessions, db.Staff, cancellationToken);

    /// <summary>
    /// What keeps the caller from what needs a fresh second factor; null when nothing does. Tracks nothing.
    /// </summary>
    public async Task<Error?> CheckFreshAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(db.Sessions.AsNoTracking(), db.Staff.AsNoTracking(), cancellationToken);
        return found.Failed
            ? found.Error
            : found.Value.Session.IsFresh(time.GetUtcNow())
            ? null
            : new SecondFactorStale();
    }

    private async Task<Result<Found>> FindAsync(
        IQueryable<Session> sessions, IQueryable<StaffMember> staff, CancellationToken cancellationToken)
    {
        var (now, id) = (time.GetUtcNow(), requests.HttpContext?.User.SessionId());
        if (await sessions.SingleOrDefaultAsync(
                one => one.Id == id, cancellationToken) is not { Kind: SessionKind.Staff } session
            || !session.IsLive(now)
            || await staff.SingleOrDefaultAsync(
                one => one.Id == session.SubjectId && one.IsActive, cancellationToken) is not { } member)
        {
            return new StaffOnly();
        }

        return new Found(session, member);
    }

    /// <summary>A session and its person.</summary>
    internal sealed record Found(Session Session, StaffMember Member);
}
