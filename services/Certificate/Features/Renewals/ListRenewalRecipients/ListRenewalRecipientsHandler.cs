using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Features.Holders;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Renewals.ListRenewalRecipients;

/// <summary>Reads the client's holders and says of each whether the renewal would reach it.</summary>
internal sealed class ListRenewalRecipientsHandler(CertificateDb db, HolderLookups lookups)
{
    private const int MostPolicies = 100;

    public async Task<Result<RecipientListResponse>> HandleAsync(
        RecipientQuery query, CancellationToken cancellationToken)
    {
        if (query.Policies.Length is 0 or > MostPolicies)
        {
            return new FieldOutOfRange(
                "policy",
                $"Name 1 to {MostPolicies} policies of the client: ?client={{id}}&policy={{id}}&policy={{id}}.");
        }

        if (!query.TryReadCursor(out HolderCursor? after))
        {
            return new InvalidCursor();
        }

        var shares = db.Shares.AsNoTracking();
        var all = await shares.CountAsync(share => share.AccountId == query.Client, cancellationToken);
        var receiving = await shares.ReceivingRenewalOf(query.Client, query.Policies).CountAsync(cancellationToken);
        var rows = await HolderQuery.InOrder(query.Filter(shares), after).Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        var page = query.ToPage(
            await lookups.OfAsync(rows, cancellationToken),
            row => Row(row, query.Policies),
            row => new HolderCursor(row.Name, row.CertificateNumber));
        return new RecipientListResponse(receiving, all - receiving, page.Items, page.Next);
    }

    private static RecipientResponse Row(HolderResponse holder, Guid[] renewed)
    {
        var reason = !holder.Policies.Any(policy => renewed.Contains(policy.Id)) ? RecipientReason.NotShownThese
            : holder.ReceivesRenewals ? RecipientReason.Receives
            : RecipientReason.ReceivesNoRenewals;
        return new RecipientResponse(
            holder.Id,
            new CertificateHolderResponse(holder.Name, holder.Email),
            holder.Policies,
            reason == RecipientReason.Receives,
            reason);
    }
}
