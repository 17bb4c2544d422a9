using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Storage;

/// <summary>
/// Notes when an application, and what proved it, was last used: at most once a minute, and never waiting for a request that is
/// noting the same, so that the token endpoint stays fast.
/// </summary>
internal sealed class ApplicationUses(IdentityDb db, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public Task NoteAsync(Application client, ApplicationSecret secret, CancellationToken cancellationToken)
    {
        var (now, due) = Times();
        return IsFresh(client.LastUsedAt, due) && IsFresh(secret.LastUsedAt, due)
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"""
                with application as (
                  update applications set last_used_at = {now} where id in (
                    select id from applications where id = {client.Id} and (last_used_at is null or last_used_at <= {due})
                    for no key update skip locked))
                update application_secrets set last_used_at = {now} where id in (
                  select id from application_secrets where id = {secret.Id} and (last_used_at is null or last_used_at <= {due})
                  for no key update skip locked)
                """,
                cancellationToken);
    }

    public Task NoteAsync(Application client, ApplicationKey key, CancellationToken cancellationToken)
    {
        var (now, due) = Times();
        return IsFresh(client.LastUsedAt, due) && IsFresh(key.LastUsedAt, due)
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"""
                with application as (
                  update applications set last_used_at = {now} where id in (
                    select id from applications where id = {client.Id} and (last_used_at is null or last_used_at <= {due})
                    for no key update skip locked))
                update application_keys set last_used_at = {now} where (application_id, kid) in (
                  select application_id, kid from application_keys
                  where application_id = {client.Id} and kid = {key.Kid} and (last_used_at is null or last_used_at <= {due})
                  for no key update skip locked)
                """,
                cancellationToken);
    }

    private (DateTimeOffset Now, DateTimeOffset Due) Times() => (time.GetUtcNow(), time.GetUtcNow() - Every);

    private static bool IsFresh(DateTimeOffset? used, DateTimeOffset due) => used > due;
}
