using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Storage;

/// <summary>Puts facts at the end of their agencies' trails, in the transaction of the change that they tell of.</summary>
internal static class AuditTrail
{
    /// <summary>
    /// Adds the entries to the context. Whoever else appends to the same trail waits until the open transaction ends, so
    /// this is done last, right before saving.
    /// </summary>
    public static async Task AppendAsync(
        this IdentityDb db, AuditChain chain, IReadOnlyCollection<AuditFact> facts, CancellationToken cancellationToken)
    {
        // In one order for everybody, so that two who append to the same two trails never wait for each other.
        foreach (var trail in facts.GroupBy(fact => fact.AgencyId).OrderBy(group => group.Key))
        {
            await db.TakeTrailTurnAsync(trail.Key, cancellationToken);
            var last = await db.AuditEntries.IgnoreQueryFilters().AsNoTracking()
                .Where(entry => entry.AgencyId == trail.Key)
                .OrderByDescending(entry => entry.Number)
                .Select(entry => new { entry.Number, entry.Hash })
                .FirstOrDefaultAsync(cancellationToken);
            var (number, hash) = (last?.Number ?? 0, last?.Hash ?? AuditChain.Beginning);
            foreach (var fact in trail)
            {
                var entry = chain.Append(hash, ++number, fact);
                db.AuditEntries.Add(entry);
                hash = entry.Hash;
            }
        }
    }
}
