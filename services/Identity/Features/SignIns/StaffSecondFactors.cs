using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SignIns;

/// <summary>The second factors that a person of the agency has.</summary>
internal sealed class StaffSecondFactors(IdentityDb db)
{
    public async Task<IReadOnlyList<FactorKind>> OfAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        var hasTotp = await db.Staff.AnyAsync(
            one => one.Id == signIn.StaffId && one.TotpSecret != null, cancellationToken);
        var hasPasskey = await db.Passkeys.AnyAsync(one => one.StaffId == signIn.StaffId, cancellationToken);
        return (hasTotp, hasPasskey) switch
        {
            (true, true) => [FactorKind.Totp, FactorKind.Passkey],
            (true, false) => [FactorKind.Totp],
            (false, true) => [FactorKind.Passkey],
            _ => [],
        };
    }
}
