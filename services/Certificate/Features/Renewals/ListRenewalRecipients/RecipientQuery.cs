using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain.Shares;
using Portal.ServiceDefaults.Paging;

namespace Portal.Certificates.Features.Renewals.ListRenewalRecipients;

/// <summary>Which policies would renew, and which of the client's holders are listed.</summary>
public sealed record RecipientQuery : PageQuery
{
    /// <summary>The client.</summary>
    [FromQuery(Name = "client")]
    public Guid Client { get; init; }

    /// <summary>Policies that would renew; repeated for several.</summary>
    [FromQuery(Name = "policy")]
    public Guid[] Policies { get; init; } = [];

    /// <summary>Only those who would, or would not, get a certificate.</summary>
    [FromQuery(Name = "receives")]
    public bool? Receives { get; init; }

    internal IQueryable<Share> Filter(IQueryable<Share> shares)
    {
        var all = shares.Where(share => share.AccountId == Client);
        var receiving = shares.ReceivingRenewalOf(Client, Policies);
        return Receives switch
        {
            null => all,
            true => receiving,
            false => all.Where(share => !receiving.Contains(share)),
        };
    }
}
