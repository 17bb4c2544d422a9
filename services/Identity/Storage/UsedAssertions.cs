using Microsoft.EntityFrameworkCore;

namespace Portal.Identity.Storage;

/// <summary>
/// Takes assertions, in PostgreSQL's own SQL: of any number of requests, on any number of replicas, one wins.
/// </summary>
internal sealed class UsedAssertions(IdentityDb db)
{
    /// <summary>Takes an assertion; false when it was taken before.</summary>
    public async Task<bool> TryTakeAsync(
        string clientId, string id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            insert into used_assertions (client_id, id, until) values ({clientId}, {id}, {until})
            on conflict do nothing
            """,
            cancellationToken);
        return written == 1;
    }
}
