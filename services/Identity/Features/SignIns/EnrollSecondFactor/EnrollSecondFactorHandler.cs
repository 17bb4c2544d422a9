using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.EnrollSecondFactor;

/// <summary>
/// Gives a person of the agency who has no second factor the secret of one. It counts once its first password was typed
/// in, and belongs to this sign-in until then, so that loading the page again shows the same.
/// </summary>
internal sealed class EnrollSecondFactorHandler(IdentityDb db, SignInStore store, SecondFactor factor)
{
    public Task<Result<EnrollmentResponse>> HandleAsync(string? reference, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            reference, open => SetUpAsync(open.SignIn, open.Agency, cancellationToken), cancellationToken);

    private async Task<Result<EnrollmentResponse>> SetUpAsync(
        SignIn signIn, Agency agency, CancellationToken cancellationToken)
    {
        if (signIn.Step != SignInStep.EnrollSecondFactor)
        {
            return new OtherStep(signIn.Step);
        }

        if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == signIn.StaffId && one.IsActive, cancellationToken)
            is not { TotpSecret: null } member)
        {
            return new SignInOver();
        }

        var secret = signIn.PendingSecret is { } pending ? factor.Open(member.Id, pending) : Totp.NewSecret();
        signIn.SetUp(signIn.PendingSecret ?? factor.Seal(member.Id, secret));
        return new EnrollmentResponse(Base32.Encode(secret), Authenticator.Uri(agency, member, secret));
    }
}
