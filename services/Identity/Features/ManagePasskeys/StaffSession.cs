using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.ManagePasskeys;

/// <summary>The session of a person of the agency who calls.</summary>
internal sealed class StaffSession(IdentityDb db, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>The session and its person.</summary>
    /// <param name="isFresh">Whether the second factor must have been proven a short while ago.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<Found>> FindAsync(bool isFresh, CancellationToken cancellationToken)
    {
        var (now, id) = (time.GetUtcNow(), requests.HttpContext?.User.SessionId());
        if (await db.Sessions.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { Kind: SessionKind.Staff } session
            || !session.IsLive(now)
            || await db.Staff.SingleOrDefaultAsync(one => one.Id == session.SubjectId && one.IsActive, cancellationToken) is not { } member)
        {
            return new StaffOnly();
        }

        return isFresh && !session.IsFresh(now) ? new SecondFactorStale() : new Found(session, member);
    }

    /// <summary>A session and its person.</summary>
    internal sealed record Found(Session Session, StaffMember Member);
}
