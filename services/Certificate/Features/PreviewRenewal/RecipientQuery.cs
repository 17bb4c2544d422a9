using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain;

namespace Portal.Certificates.Features.PreviewRenewal;

/// <summary>Which renewal is thought of, and which of the client's holders are asked for.</summary>
public sealed class RecipientQuery
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

    /// <summary>Value of <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Rows on the page, 50 unless told, 200 at the most.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    internal IQueryable<Share> Of(IQueryable<Share> shares)
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
