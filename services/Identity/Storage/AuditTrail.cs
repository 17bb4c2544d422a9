using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Storage;

/// <summary>
/// Puts facts at the end of their agencies' trails, in the transaction of the change that they tell of.
/// </summary>
internal static class AuditTrail
{
    /// <summary>
    /// Adds the entries to the context, and answers the heads that fit them: to be set once the entries are saved.
    /// Whoever else appends to the same trail waits until the open transaction ends, so this is done last, right before
    /// saving.
    /// </summary>
    public static async Task<IReadOnlyList<AuditHead>> AppendAsync(
        this IdentityDb db, AuditChain chain, IReadOnlyCollection<AuditFact> facts, CancellationToken cancellationToken)
    {
        var heads = new List<AuditHead>();

        // In one order for everybody, so that two who append to the same two trails never wait for each other.
        foreach (var trail in facts.GroupBy(fact => fact.AgencyId).OrderBy(group => group.Key))
        {
            await db.TakeTrailTurnAsync(trail.Key, cancellationToken);
            var (number, hash) = await EndAsync(db, chain, trail.Key, cancellationToken);
            foreach (var fact in trail)
            {
                var entry = chain.Append(hash, ++number, fact);
                db.AuditEntries.Add(entry);
                hash = entry.Hash;
            }

            heads.Add(chain.Head(trail.Key, number, hash));
        }

        return heads;
    }

    /// <summary>Sets how far a trail goes from now on.</summary>
    public static Task SetHeadAsync(this IdentityDb db, AuditHead head, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into audit_heads (agency_id, entries, hash, seal) values ({head.AgencyId}, {head.Entries}, {head.Hash}, {head.Seal})
            on conflict (agency_id) do update set entries = excluded.entries, hash = excluded.hash, seal = excluded.seal
            """,
            cancellationToken);

    // The sealed head tells the end, not the entries: what was cut off leaves a gap that stays to be seen. Where head
    // and entries were tampered with, a number is left out, so that going on does not hide it.
    private static async Task<(long Number, byte[] Hash)> EndAsync(
        IdentityDb db, AuditChain chain, Guid agencyId, CancellationToken cancellationToken)
    {
        var head = await db.AuditHeads.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.AgencyId == agencyId, cancellationToken);
        var last = await db.AuditEntries.IgnoreQueryFilters().AsNoTracking()
            .Where(entry => entry.AgencyId == agencyId)
            .MaxAsync(entry => (long?)entry.Number, cancellationToken) ?? 0;
        if (head is null && last == 0)
        {
            return (0, AuditChain.Beginning);
        }

        return head is not null && chain.IsSealed(head) && last <= head.Entries
            ? (head.Entries, head.Hash)
            : (last + 1, AuditChain.Beginning);
    }
}
