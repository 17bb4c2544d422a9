using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Storage;

namespace Portal.Certificates.Features.Holders;

/// <summary>Adds to shares what the copies of clients and policies know.</summary>
internal sealed class HolderLookups(CertificateDb db)
{
    /// <summary>The rows for these shares, in their order.</summary>
    public async Task<IReadOnlyList<HolderResponse>> OfAsync(
        IReadOnlyList<Share> shares, CancellationToken cancellationToken)
    {
        var accountIds = shares.Select(share => share.AccountId).Distinct().ToList();
        var policyIds = shares.SelectMany(share => share.PolicyIds).Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking()
            .Where(account => accountIds.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, cancellationToken);
        var policies = await db.Policies.AsNoTracking()
            .Where(policy => policyIds.Contains(policy.Id))
            .ToDictionaryAsync(policy => policy.Id, cancellationToken);
        return [.. shares.Select(share => Row(share, accounts.GetValueOrDefault(share.AccountId), policies))];
    }

    private static HolderResponse Row(Share share, AccountCopy? account, Dictionary<Guid, PolicyCopy> policies) => new(
        share.Id.Value,
        share.AccountId,
        account?.ClientRef ?? "",
        share.Holder.Name,
        share.Holder.Address,
        share.Holder.Email,
        share.Terms.Project,
        [.. share.PolicyIds
            .Where(policies.ContainsKey)
            .Select(id => new HolderPolicyResponse(id, policies[id].Line, policies[id].Number))
            .OrderBy(policy => policy.Line)],
        share.Terms.AdditionalInsured,
        share.Terms.WaiverOfSubrogation,
        share.Terms.PrimaryNoncontributory,
        share.ReceivesRenewals,
        share.Terms.Description,
        share.CertificateNumber,
        share.Revision);
}
