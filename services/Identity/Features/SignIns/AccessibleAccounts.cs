using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;

namespace Portal.Identity.Features.SignIns;

/// <summary>What a sign-in opens at this moment.</summary>
internal sealed class AccessibleAccounts(AccountAccess access)
{
    /// <summary>
    /// The accounts that the address opens; after a text those alone that have its number, should one have come since
    /// the text was sent.
    /// </summary>
    public async Task<IReadOnlyList<AccessibleAccount>> OfAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        var open = await OfAsync(signIn.AgencyId, signIn.Email, signIn.AlsoEmail, cancellationToken);
        return signIn.CodeSentTo == CodeDestination.Mobile ? [
            .. open.Where(account => account.Mobile == signIn.Mobile),
        ] : open;
    }

    /// <summary>The accounts that a mailbox opens under its one name or the other.</summary>
    public async Task<IReadOnlyList<AccessibleAccount>> OfAsync(
        Guid agencyId, string email, string? alsoEmail, CancellationToken cancellationToken)
    {
        var open = await access.OfAsync(agencyId, email, cancellationToken);
        return alsoEmail is null ? open
            : [.. open.Concat(await access.OfAsync(agencyId, alsoEmail, cancellationToken))
                .DistinctBy(account => account.AccountId).OrderBy(
                    account => account.LegalName, StringComparer.OrdinalIgnoreCase)];
    }
}
