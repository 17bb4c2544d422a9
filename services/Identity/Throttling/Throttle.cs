using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Storage;

namespace Portal.Identity.Throttling;

/// <summary>
/// Counts what may be done only so often, for all replicas together. What was counted counts from the commit on; whoever
/// counts the same waits until then, so that none slips through beside another.
/// </summary>
internal sealed class Throttle(IdentityDb db, TimeProvider time)
{
    /// <summary>Counts one more by each rule; where one does not allow it, nothing is counted and the refusal says why.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="rules">In one order wherever the same rules meet, so that two never wait for each other.</param>
    public async Task<Refusal?> TakeAsync(CancellationToken cancellationToken, params ThrottleRule[] rules)
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

    /// <summary>Whether one more would be allowed, without counting it; others who count the same wait for the commit.</summary>
    public async Task<Refusal?> LookAsync(ThrottleRule rule, CancellationToken cancellationToken)
    {
        await db.TakeThrottleTurnAsync(rule.Key, cancellationToken);
        var now = time.GetUtcNow();
        var since = now - rule.Window;
        var marks = await db.ThrottleMarks.AsNoTracking().Where(one => one.Key == rule.Key && one.At > since)
            .OrderByDescending(one => one.At).Select(one => one.At).Take(rule.Limit).ToListAsync(cancellationToken);
        return rule.Wait(marks, now) is { } wait ? new Refusal(wait, rule.IsOnlyTooSoon(marks)) : null;
    }

    /// <summary>Counts one more.</summary>
    public void Mark(string key) => db.ThrottleMarks.Add(new ThrottleMark { Key = key, At = time.GetUtcNow() });

    /// <summary>That something was done too often.</summary>
    /// <param name="Wait">How long to wait.</param>
    /// <param name="IsOnlyTooSoon">Whether only the last time was too short ago.</param>
    internal sealed record Refusal(TimeSpan Wait, bool IsOnlyTooSoon);
}
