using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain;
using Portal.Insurance;

namespace Portal.Certificates.Features.ReadHolders;

/// <summary>Which holders are exported; also the filters of their list.</summary>
public class HolderExportQuery
{
    /// <summary>Only those of this client.</summary>
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>Only those who do, or don't, get a certificate when a policy renews.</summary>
    [FromQuery(Name = "receivesRenewals")]
    public bool? ReceivesRenewals { get; init; }

    /// <summary>Only holders whose name contains this; case and accents don't matter.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    internal IOrderedQueryable<Share> Filter(IQueryable<Share> shares, HolderCursor? after)
    {
        if (Client is { } client)
        {
            shares = shares.Where(share => share.AccountId == client);
        }

        if (ReceivesRenewals is { } receives)
        {
            shares = shares.Where(share => share.ReceivesRenewals == receives);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var text = TextFolding.Fold(Search.Trim());
            shares = shares.Where(share => share.SearchText.Contains(text));
        }

        if (after is not null)
        {
            shares = shares.Where(share =>
                string.Compare(share.HolderName, after.Name) > 0
                || (share.HolderName == after.Name && string.Compare(share.CertificateNumber, after.Number) > 0));
        }

        return shares.OrderBy(share => share.HolderName).ThenBy(share => share.CertificateNumber);
    }
}
