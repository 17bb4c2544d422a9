using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.SecondFactors;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.ProveSecondFactor;

/// <summary>
/// Checks the second factor of a person of the agency, or the first password of the authenticator app that is being set
/// up.
/// </summary>
internal sealed class ProveSecondFactorHandler(
    SignInStore store, SecondFactor factor, SignInSteps steps, PowerNotices notices, SignInAuditFacts facts)
{
    public Task<Result<SignInProgress>> HandleAsync(
        string? typed, string? reference, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            reference, open => CheckAsync(open.SignIn, open.Agency, typed, cancellationToken), cancellationToken);

    private async Task<Result<SignInProgress>> CheckAsync(
        SignIn signIn, Agency agency, string? typed, CancellationToken cancellationToken)
    {
        var outcome = signIn switch
        {
            { Step: SignInStep.SecondFactor, StaffId: { } staffId } =>
                await factor.TryAsync(staffId, typed, cancellationToken),
            { Step: SignInStep.EnrollSecondFactor, StaffId: { } staffId, PendingSecret: { } secret } =>
                await factor.EnrollAsync(staffId, secret, typed, cancellationToken),
            _ => null,
        };
        return outcome switch
        {
            SecondFactorAttempt.Proven(var member) => await ProvenAsync(signIn, agency, member, cancellationToken),
            SecondFactorAttempt.Wrong => Miss(signIn),
            SecondFactorAttempt.Blocked(var wait) => new SecondFactorBlocked(wait),
            SecondFactorAttempt.NotSetUp => new SignInOver(),
            _ => new OtherStep(signIn.Step),
        };
    }

    private async Task<SignInProgress> ProvenAsync(
        SignIn signIn, Agency agency, StaffMember member, CancellationToken cancellationToken)
    {
        if (signIn.Step == SignInStep.EnrollSecondFactor)
        {
            facts.Record(signIn, AuditActions.SecondFactorAdded, AuditOutcome.Done, "Authenticator app");
            await notices.TellAsync(
                Powers.EnrollAuthenticator,
                new PowerUse(agency.Id, new AuditActor()) { Affected = (member.Name, member.Email) },
                cancellationToken);
        }

        return await steps.OpenAsync(signIn, agency, member, cancellationToken);
    }

    private CodeWrong Miss(SignIn signIn)
    {
        signIn.MissSecondFactor();
        facts.Record(signIn, AuditActions.SecondFactorWrong, AuditOutcome.Refused);
        return new CodeWrong(SignIn.MaxTries - signIn.SecondFactorTries);
    }
}
