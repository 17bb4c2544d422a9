using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Features.SignIns;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>
/// Signs a person of the agency out everywhere, client accounts included, as part of a change; no browser is known
/// afterwards.
/// </summary>
internal sealed class StaffDeactivation(SessionManager sessions, DelegationManager delegations, KnownDevices devices)
{
    public async Task SignOutAsync(StaffMember member, AuditActor actor, CancellationToken cancellationToken)
    {
        foreach (var session in await sessions.LiveAsync(
            one => one.Kind == SessionKind.Staff && one.SubjectId == member.Id, cancellationToken))
        {
            await sessions.EndAsync(session, SessionEnd.AccessLost, actor, cancellationToken);
        }

        // Those of a session that went idle, which nobody ends.
        await delegations.EndAllAsync(one => one.StaffId == member.Id, actor, cancellationToken);
        await devices.ForgetAsync(member.AgencyId, SignInAudience.Staff, member.Email, cancellationToken);
    }
}
