using Portal.Identity.Access;
using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Features.SigningIn;

/// <summary>What a sign-in opens at this moment.</summary>
internal sealed class EnterableAccounts(AccountAccess access)
{
    /// <summary>
    /// The accounts that the address opens; after a text those alone that have its number, should one have come since the
    /// text was sent.
    /// </summary>
    public async Task<IReadOnlyList<EnterableAccount>> OfAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        var open = await access.OfAsync(signIn.AgencyId, signIn.Email, cancellationToken);
        return signIn.CodeSentTo == CodeDestination.Mobile ? [.. open.Where(account => account.Mobile == signIn.Mobile)] : open;
    }
}
