using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Clients;

namespace Portal.Identity.Storage;

/// <summary>
/// Notes when a client, and what proved it, was last used: at most once a minute, and never waiting for a request that is
/// noting the same, so that the token endpoint stays fast.
/// </summary>
internal sealed class ClientUses(IdentityDb db, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public Task NoteAsync(ApiClient client, ClientSecret secret, CancellationToken cancellationToken)
    {
        var (now, due) = Times();
        return IsFresh(client.LastUsedAt, due) && IsFresh(secret.LastUsedAt, due)
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"""
                with client as (
                  update api_clients set last_used_at = {now} where id in (
                    select id from api_clients where id = {client.Id} and (last_used_at is null or last_used_at <= {due})
                    for no key update skip locked))
                update client_secrets set last_used_at = {now} where id in (
                  select id from client_secrets where id = {secret.Id} and (last_used_at is null or last_used_at <= {due})
                  for no key update skip locked)
                """,
                cancellationToken);
    }

    public Task NoteAsync(ApiClient client, ClientKey key, CancellationToken cancellationToken)
    {
        var (now, due) = Times();
        return IsFresh(client.LastUsedAt, due) && IsFresh(key.LastUsedAt, due)
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"""
                with client as (
                  update api_clients set last_used_at = {now} where id in (
                    select id from api_clients where id = {client.Id} and (last_used_at is null or last_used_at <= {due})
                    for no key update skip locked))
                update client_keys set last_used_at = {now} where (client_id, kid) in (
                  select client_id, kid from client_keys
                  where client_id = {client.Id} and kid = {key.Kid} and (last_used_at is null or last_used_at <= {due})
                  for no key update skip locked)
                """,
                cancellationToken);
    }

    private (DateTimeOffset Now, DateTimeOffset Due) Times() => (time.GetUtcNow(), time.GetUtcNow() - Every);

    private static bool IsFresh(DateTimeOffset? used, DateTimeOffset due) => used > due;
}
