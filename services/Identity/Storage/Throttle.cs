using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Throttling;

namespace Portal.Identity.Storage;

/// <summary>
/// Counts what may be done only so often, for all replicas together. What was counted counts from the commit on;
/// whoever counts the same waits until then, so that none slips through beside another.
/// </summary>
internal sealed class Throttle(IdentityDb db, TimeProvider time)
{
    /// <summary>
    /// Counts one more by each rule; where one does not allow it, nothing is counted and the refusal says why.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="rules">In one order wherever the same rules meet, so that two never wait for each other.</param>
    public async Task<ThrottleRejection?> TakeAsync(CancellationToken cancellationToken, params ThrottleRule[] rules)
    {
        foreach (var rule in rules)
        {
            if (await LookAsync(rule, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var rule in rules)
        {
            Mark(rule.Key);
        }

        return null;
    }

    /// <summary>
    /// Whether one more would be allowed, without counting it; others who count the same wait for the commit.
    /// </summary>
    public async Task<ThrottleRejection?> LookAsync(ThrottleRule rule, CancellationToken cancellationToken)
    {
        await db.TakeThrottleTurnAsync(rule.Key, cancellationToken);
        var now = time.GetUtcNow();
        var since = now - rule.Window;
        var marks = await db.ThrottleMarks.AsNoTracking().Where(one => one.Key == rule.Key && one.At > since)
            .OrderByDescending(one => one.At).Select(one => one.At).Take(rule.Limit).ToListAsync(cancellationToken);
        return rule.Wait(marks, now) is { } wait ? new ThrottleRejection(wait, rule.IsOnlyTooSoon(marks)) : null;
    }

    /// <summary>Counts one more.</summary>
    public void Mark(string key) => db.ThrottleMarks.Add(new ThrottleMark { Key = key, At = time.GetUtcNow() });
}
