using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Sessions;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.ManageStaff;

/// <summary>Signs a person of the agency out everywhere, client accounts included, as part of a change.</summary>
internal sealed class StaffExit(IdentityDb db, SessionBook sessions, Revocations revocations, TimeProvider time)
{
    public async Task SignOutAsync(StaffMember member, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var session in await sessions.LiveAsync(
            one => one.Kind == SessionKind.Staff && one.SubjectId == member.Id, cancellationToken))
        {
            await sessions.EndAsync(session, SessionEnd.AccessLost, by, cancellationToken);
        }

        // Those of a session that went idle, which nobody ends.
        var delegations = await db.Delegations.IgnoreQueryFilters()
            .Where(one => one.StaffId == member.Id && one.EndedAt == null && one.ExpiresAt > now).ToListAsync(cancellationToken);
        foreach (var delegation in delegations.Where(one => one.End(by, now)))
        {
            revocations.Add(RevocationKind.Delegation, delegation.Id.ToString(), now + SessionBook.LongestToken);
        }
    }
}
