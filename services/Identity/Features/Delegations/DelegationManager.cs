using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Keys;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Delegations;

/// <summary>
/// Begins and ends delegations as part of a change; the caller saves. Both are entered into the audit trail.
/// </summary>
internal sealed class DelegationManager(IdentityDb db, Revocations revocations, TimeProvider time)
{
    public void Begin(Delegation delegation, AuditActor actor)
    {
        db.Delegations.Add(delegation);
        db.Record(Fact(delegation, actor, AuditActions.DelegationStarted) with
        {
            Detail = $"{delegation.Mode.Claim()}: {delegation.Reason}",
        });
    }

    /// <summary>Ends a tracked delegation, and tells the gateway; nothing where it has ended before.</summary>
    public void End(Delegation delegation, AuditActor actor)
    {
        var now = time.GetUtcNow();
        if (delegation.End(actor.Name ?? actor.Id ?? "", now))
        {
            revocations.Add(RevocationKind.Delegation, delegation.Id.ToString(), now + AccessTokenLifetime.Reach);
            db.Record(Fact(delegation, actor, AuditActions.DelegationEnded));
        }
    }

    /// <summary>Ends the live ones among some delegations, past the scope's filters.</summary>
    public async Task EndAllAsync(
        Expression<Func<Delegation, bool>> which, AuditActor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var live = await db.Delegations.IgnoreQueryFilters()
            .Where(one => one.EndedAt == null && one.ExpiresAt > now).Where(which).ToListAsync(cancellationToken);
        foreach (var delegation in live)
        {
            End(delegation, actor);
        }
    }

    private AuditFact Fact(Delegation delegation, AuditActor actor, string action) =>
        actor.Did(action, delegation.Id.ToString(), delegation.AgencyId, delegation.AccountId, time.GetUtcNow()) with
        {
            DelegationId = delegation.Id,
        };
}
