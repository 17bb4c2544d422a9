using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain.Shares;
using Portal.Insurance;

namespace Portal.Certificates.Features.Holders;

/// <summary>Which holders are listed or exported.</summary>
public sealed class HolderQuery
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

    internal IQueryable<Share> Filter(IQueryable<Share> shares)
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

        return shares;
    }

    /// <summary>The shares behind a place, or all where it is null, in the order of lists and exports.</summary>
    internal static IOrderedQueryable<Share> InOrder(IQueryable<Share> shares, HolderCursor? after)
    {
        if (after is not null)
        {
            shares = shares.Where(share =>
                string.Compare(share.HolderName, after.Name) > 0
                || (share.HolderName == after.Name && string.Compare(share.CertificateNumber, after.Number) > 0));
        }

        return shares.OrderBy(share => share.HolderName).ThenBy(share => share.CertificateNumber);
    }
}
