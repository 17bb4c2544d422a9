using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage;

/// <summary>Events of policies, stored with the change that they are.</summary>
internal static class PolicyEventLog
{
    /// <summary>Stores what happened to a policy since it was loaded.</summary>
    public static void Record(this PolicyDb db, Policy policy, EventAuthor author) =>
        db.PolicyEvents.AddRange(policy.TakeUnrecorded().Select(happened => StoredEvent.Of(policy, happened, author)));

    /// <summary>All that is recorded of policies.</summary>
    public static async Task<Dictionary<PolicyId, PolicyHistory>> HistoriesAsync(
        this PolicyDb db, IReadOnlyCollection<PolicyId> policies, CancellationToken cancellationToken)
    {
        var stored = await db.PolicyEvents.AsNoTracking().Where(each => policies.Contains(each.PolicyId))
            .OrderBy(each => each.PolicyId).ThenBy(each => each.Version).ToListAsync(cancellationToken);
        return stored.GroupBy(each => each.PolicyId).ToDictionary(
            policy => policy.Key,
            policy => policy.Aggregate(PolicyHistory.Empty, (history, each) => history.With(each.Read())));
    }
}
