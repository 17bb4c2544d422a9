using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SigningIn;

/// <summary>The second factors that a person of the agency has.</summary>
internal sealed class StaffFactors(IdentityDb db)
{
    public async Task<IReadOnlyList<FactorKind>> OfAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        var hasTotp = await db.Staff.AnyAsync(one => one.Id == signIn.StaffId && one.TotpSecret != null, cancellationToken);
        return hasTotp ? [FactorKind.Totp] : [];
    }
}
