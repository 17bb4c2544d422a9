using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.EnrollSecondFactor;

/// <summary>
/// Gives a person of the agency who has no second factor the secret of one. It counts once its first password was typed in,
/// and belongs to this sign-in until then, so that loading the page again shows the same.
/// </summary>
internal sealed class EnrollmentSetup(IdentityDb db, SignInDesk desk, SecondFactor factor)
{
    public async Task<Result<EnrollmentResponse>> SetUpAsync(string? reference, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await desk.TakeAsync(reference, cancellationToken);
        if (taken.Failed)
        {
            return taken.Error;
        }

        var (signIn, agency) = taken.Value;
        if (signIn.Step != SignInStep.EnrollSecondFactor)
        {
            return new OtherStep(signIn.Step);
        }

        if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(one => one.Id == signIn.StaffId && one.IsActive, cancellationToken)
            is not { TotpSecret: null } member)
        {
            return new SignInOver();
        }

        var secret = signIn.PendingSecret is { } pending ? factor.Open(member.Id, pending) : Totp.NewSecret();
        signIn.SetUp(signIn.PendingSecret ?? factor.Seal(member.Id, secret));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new EnrollmentResponse(Base32.Encode(secret), Authenticator.Uri(agency, member, secret));
    }
}
