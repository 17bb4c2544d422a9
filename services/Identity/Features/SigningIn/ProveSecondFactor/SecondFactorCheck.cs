using Portal.Identity.Access;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Notices;
using Portal.Identity.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.ProveSecondFactor;

/// <summary>
/// Checks the second factor of a person of the agency, or the first password of the authenticator app that is being set up.
/// </summary>
internal sealed class SecondFactorCheck(
    IdentityDb db, SignInDesk desk, SecondFactor factor, SignInCompletion completion, PowerNotices notices, SignInFacts facts)
{
    public async Task<Result<SignInAdvance>> CheckAsync(string? typed, string? reference, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await desk.TakeAsync(reference, cancellationToken);
        if (taken.Failed)
        {
            return taken.Error;
        }

        var (signIn, agency) = taken.Value;
        var outcome = signIn switch
        {
            { Step: SignInStep.SecondFactor, StaffId: { } staffId } => await factor.TryAsync(staffId, typed, cancellationToken),
            { Step: SignInStep.EnrollSecondFactor, StaffId: { } staffId, PendingSecret: { } secret } =>
                await factor.EnrollAsync(staffId, secret, typed, cancellationToken),
            _ => null,
        };
        Result<SignInAdvance> result = outcome switch
        {
            SecondFactorTry.Proven(var member) => await ProvenAsync(signIn, agency, member, cancellationToken),
            SecondFactorTry.Wrong => Miss(signIn),
            SecondFactorTry.Blocked(var wait) => new SecondFactorBlocked(wait),
            SecondFactorTry.NotSetUp => new SignInOver(),
            _ => new OtherStep(signIn.Step),
        };
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<SignInAdvance> ProvenAsync(SignIn signIn, Agency agency, StaffMember member, CancellationToken cancellationToken)
    {
        if (signIn.Step == SignInStep.EnrollSecondFactor)
        {
            facts.Record(signIn, AuditActions.SecondFactorAdded, AuditOutcome.Done, "Authenticator app");
            await notices.TellAsync(
                Powers.EnrollAuthenticator,
                new PowerUse(agency.Id, new AuditActor()) { Affected = (member.Name, member.Email) },
                cancellationToken);
        }

        return await completion.OpenAsync(signIn, agency, member, cancellationToken);
    }

    private CodeWrong Miss(SignIn signIn)
    {
        signIn.MissSecondFactor();
        facts.Record(signIn, AuditActions.SecondFactorWrong, AuditOutcome.Refused);
        return new CodeWrong(SignIn.MaxTries - signIn.SecondFactorTries);
    }
}
