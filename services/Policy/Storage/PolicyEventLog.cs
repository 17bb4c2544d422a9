using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage;

/// <summary>Events of policies, stored with the change that they are.</summary>
internal static class PolicyEventLog
{
    /// <summary>Stores what happened to a policy since it was loaded.</summary>
    public static void Record(this PolicyDb db, Policy policy, EventAuthor author) =>
        db.PolicyEvents.AddRange(policy.TakeUnrecorded().Select(recorded => StoredEvent.Of(policy, recorded, author)));

    /// <summary>All that is recorded of a policy.</summary>
    public static async Task<PolicyHistory> HistoryAsync(
        this PolicyDb db, PolicyId policy, CancellationToken cancellationToken)
    {
        var stored = await db.PolicyEvents.AsNoTracking().Where(each => each.PolicyId == policy)
            .OrderBy(each => each.Version).ToListAsync(cancellationToken);
        return stored.Aggregate(PolicyHistory.Empty, (history, each) => history.With(each.Read()));
    }
}
