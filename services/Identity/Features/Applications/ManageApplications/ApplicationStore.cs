using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>Changes an application of the caller's agency, one request after another.</summary>
internal sealed class ApplicationStore(IdentityDb db, Revocations revocations, PowerNotices notices, TimeProvider time)
{
    private readonly List<(Power Power, PowerUse Use)> _uses = [];

    /// <summary>Changes a client, or fails as the change does, in which case nothing changes.</summary>
    public async Task<Result<T>> ChangeAsync<T>(
        string id, Func<Application, Result<T>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeApplicationTurnAsync(id, cancellationToken);
        if (await db.Applications.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } client)
        {
            return new ApplicationNotFound();
        }

        var result = change(client);
        if (!result.Failed)
        {
            await SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>
    /// Enters what the request does to the client into the audit trail, and tells whom the power names, with the change
    /// that
    /// <see cref="SaveAsync"/> saves.
    /// </summary>
    public void Record(HttpContext http, Power power, string action, Application client, string detail)
    {
        db.Record(http.Act(action, client.Id, time.GetUtcNow(), detail: $"{client.Name}: {detail}"));
        _uses.Add((power, new PowerUse(http.User.AgencyId(), http.AuditActor())
        {
            Subject = $"Application {client.Name}: {action[(action.IndexOf('.', StringComparison.Ordinal) + 1)..]}, "
                + $"{detail}.",
        }));
    }

    /// <summary>Saves the change and what was recorded with it.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var (power, use) in _uses)
        {
            await notices.TellAsync(power, use, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        _uses.Clear();
    }

    /// <summary>Ends every token that the client has, with the change.</summary>
    public void EndTokens(Application client) =>
        revocations.Add(RevocationKind.Client, client.Id, time.GetUtcNow() + AccessTokenLifetime.Reach);
}
