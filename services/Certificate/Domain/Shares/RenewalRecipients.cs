
namespace Portal.Certificates.Domain.Shares;

/// <summary>Who gets a certificate at a renewal: one rule for the renewal and for its preview.</summary>
internal static class RenewalRecipients
{
    /// <summary>The shares of a client that are shown one of the renewed policies and receive renewals.</summary>
    public static IQueryable<Share> ReceivingRenewalOf(
        this IQueryable<Share> shares, Guid account, IReadOnlyCollection<Guid> renewed) => shares
        .Where(share => share.AccountId == account
            && share.ReceivesRenewals
            && share.PolicyIds.Any(policy => renewed.Contains(policy)));
}
