using Microsoft.EntityFrameworkCore;
using Portal.Identity.Access;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Features.IssueToken;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>Changes a partner client of the caller's agency, one request after another.</summary>
internal sealed class PartnerClients(IdentityDb db, Revocations revocations, TimeProvider time)
{
    /// <summary>Changes a client, or fails as the change does, in which case nothing changes.</summary>
    public async Task<Result<T>> ChangeAsync<T>(
        string id, Func<ApiClient, Result<T>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeClientTurnAsync(id, cancellationToken);
        if (await db.ApiClients.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } client)
        {
            return new PartnerClientUnknown();
        }

        var result = change(client);
        if (!result.Failed)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>Enters what the request does to the client into the audit trail, with the change.</summary>
    public void Record(HttpContext http, string action, ApiClient client, string detail) =>
        db.Record(http.Act(action, client.Id, time.GetUtcNow(), detail: $"{client.Name}: {detail}"));

    /// <summary>Ends every token that the client has, with the change.</summary>
    public void EndTokens(ApiClient client) =>
        revocations.Add(RevocationKind.Client, client.Id, time.GetUtcNow() + TokenIssuer.Reach);
}
