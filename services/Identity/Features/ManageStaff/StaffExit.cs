using Portal.Identity.Delegations;
using Portal.Identity.Devices;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Sessions;

namespace Portal.Identity.Features.ManageStaff;

/// <summary>Signs a person of the agency out everywhere, client accounts included, as part of a change; no browser is known afterwards.</summary>
internal sealed class StaffExit(SessionBook sessions, DelegationBook delegations, KnownDevices devices)
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
