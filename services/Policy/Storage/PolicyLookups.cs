using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage;

/// <summary>Questions that several use cases ask.</summary>
internal static class PolicyLookups
{
    /// <summary>The client of a policy; null when the caller sees no such policy.</summary>
    public static Task<AccountId?> AccountOfAsync(
        this PolicyDb db, PolicyId policy, CancellationToken cancellationToken) =>
        db.Policies.Where(known => known.Id == policy).Select(known => (AccountId?)known.AccountId)
            .SingleOrDefaultAsync(cancellationToken);
}
