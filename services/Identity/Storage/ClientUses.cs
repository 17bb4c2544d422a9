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
                  update api_clients set "LastUsedAt" = {now} where "Id" in (
                    select "Id" from api_clients where "Id" = {client.Id} and ("LastUsedAt" is null or "LastUsedAt" <= {due})
                    for no key update skip locked))
                update client_secrets set "LastUsedAt" = {now} where "Id" in (
                  select "Id" from client_secrets where "Id" = {secret.Id} and ("LastUsedAt" is null or "LastUsedAt" <= {due})
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
                  update api_clients set "LastUsedAt" = {now} where "Id" in (
                    select "Id" from api_clients where "Id" = {client.Id} and ("LastUsedAt" is null or "LastUsedAt" <= {due})
                    for no key update skip locked))
                update client_keys set "LastUsedAt" = {now} where ("ClientId", "Kid") in (
                  select "ClientId", "Kid" from client_keys
                  where "ClientId" = {client.Id} and "Kid" = {key.Kid} and ("LastUsedAt" is null or "LastUsedAt" <= {due})
                  for no key update skip locked)
                """,
                cancellationToken);
    }

    private (DateTimeOffset Now, DateTimeOffset Due) Times() => (time.GetUtcNow(), time.GetUtcNow() - Every);

    private static bool IsFresh(DateTimeOffset? used, DateTimeOffset due) => used > due;
}
