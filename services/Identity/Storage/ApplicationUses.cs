using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Storage;

/// <summary>
/// Notes when an application, and what proved it, was last used: at most once a minute, and never waiting for a request
/// that is noting the same, so that the token endpoint stays fast.
/// </summary>
internal sealed class ApplicationUses(IdentityDb db, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // {0} is now, {1} the latest use that is noted anew, {2} the application, {3} the secret or key.
    private const string Due = "(last_used_at is null or last_used_at <= {1}) for no key update skip locked";

    private const string ApplicationSql =
        "with application as (update applications set last_used_at = {0} where id in ("
        + "select id from applications where id = {2} and " + Due + ")) ";

    private const string SecretSql =
        ApplicationSql + "update application_secrets set last_used_at = {0} where id in ("
        + "select id from application_secrets where id = {3} and " + Due + ")";

    private const string KeySql =
        ApplicationSql + "update application_keys set last_used_at = {0} where (application_id, kid) in ("
        + "select application_id, kid from application_keys where application_id = {2} and kid = {3} and " + Due + ")";

    public Task NoteAsync(Application client, ApplicationSecret secret, CancellationToken cancellationToken) =>
        NoteAsync(SecretSql, client, secret.Id, secret.LastUsedAt, cancellationToken);

    public Task NoteAsync(Application client, ApplicationKey key, CancellationToken cancellationToken) =>
        NoteAsync(KeySql, client, key.Kid, key.LastUsedAt, cancellationToken);

    private Task NoteAsync(
        string sql, Application client, object proof, DateTimeOffset? proofUsedAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = now - Every;
        return client.LastUsedAt > due && proofUsedAt > due
            ? Task.CompletedTask
            : db.Database.ExecuteSqlRawAsync(sql, [now, due, client.Id, proof], cancellationToken);
    }
}
