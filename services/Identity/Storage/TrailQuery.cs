using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>Reads trails as they lie in the database, in PostgreSQL's own SQL.</summary>
internal static class TrailQuery
{
    /// <summary>An agency's entries from the first on, one after another without holding them all.</summary>
    public static IAsyncEnumerable<StoredEntry> TrailOf(this IdentityDb db, Guid agencyId) =>
        db.Database.SqlQuery<StoredEntry>(
            $"""
            select agency_id, number, account_id, actor_id, delegation_id, action, at, search_text, hash, fact::text as fact
            from audit_entries where agency_id = {agencyId} order by number
            """)
            .AsAsyncEnumerable();

    /// <summary>Every agency that has a trail or should have one, with its name where it still has one.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> TrailsAsync(
        this IdentityDb db, CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.IgnoreQueryFilters().AsNoTracking()
            .ToDictionaryAsync(one => one.Id, one => one.Slug, cancellationToken);
        var heads = await db.AuditHeads.IgnoreQueryFilters().Select(one => one.AgencyId).ToListAsync(cancellationToken);
        var entries = await db.AuditEntries.IgnoreQueryFilters().Select(one => one.AgencyId).Distinct()
            .ToListAsync(cancellationToken);
        return
        [
            .. agencies.Keys.Concat(heads).Concat(entries).Distinct()
                .Select(id => (id, agencies.TryGetValue(id, out var slug) ? slug : id.ToString()))
                .OrderBy(one => one.Item2, StringComparer.Ordinal),
        ];
    }
}
