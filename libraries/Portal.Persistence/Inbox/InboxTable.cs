using Microsoft.EntityFrameworkCore;

namespace Portal.Persistence.Inbox;

/// <summary>The inbox's statements in PostgreSQL's own SQL.</summary>
internal static class InboxTable
{
    public const string Name = "inbox";

    public static async Task<bool> TryInsertAsync(
        DbContext db, string consumer, string key, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"insert into inbox (consumer, key) values ({consumer}, {key}) on conflict do nothing",
            cancellationToken) == 1;

    /// <summary>Forgets what was registered before an instant; answers how many entries.</summary>
    public static Task<int> ForgetAsync(DbContext db, DateTimeOffset before, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"delete from inbox where registered_at < {before}", cancellationToken);
}
