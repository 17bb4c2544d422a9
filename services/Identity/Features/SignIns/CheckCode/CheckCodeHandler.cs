using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.CheckCode;

/// <summary>
/// Checks a code. The sign-in is locked from the first look to the commit, and a wrong code is committed too.
/// </summary>
internal sealed class CheckCodeHandler(
    SignInStore store, CodeHasher hasher, SignInSteps steps, SignInAuditFacts facts, TimeProvider time)
{
    public Task<Result<SignInProgress>> HandleAsync(
        string? typed, string? reference, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            reference, open => CheckAsync(open.SignIn, open.Agency, typed, cancellationToken), cancellationToken);

    private async Task<Result<SignInProgress>> CheckAsync(
        SignIn signIn, Agency agency, string? typed, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(typed) is not { } code)
        {
            // What can't be a code is a slip of the hand, not a guess.
            return signIn.IsBeforeProof ? new CodeWrong(signIn.TriesLeft) : new OtherStep(signIn.Step);
        }

        return signIn.Try(hasher.HashOf(signIn.Id, code), time.GetUtcNow()) switch
        {
            CodeAttempt.Right => await steps.AfterProofAsync(signIn, agency, cancellationToken),
            CodeAttempt.Wrong => Miss(signIn),
            CodeAttempt.Expired => new CodeExpired(),
            _ => new SignInOver(),
        };
    }

    private CodeWrong Miss(SignIn signIn)
    {
        facts.Record(signIn, AuditActions.CodeWrong, AuditOutcome.Refused);
        return new CodeWrong(signIn.TriesLeft);
    }
}
