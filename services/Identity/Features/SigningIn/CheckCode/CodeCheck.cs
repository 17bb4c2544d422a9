using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.CheckCode;

/// <summary>Checks a code. The sign-in is locked from the first look to the commit, and a wrong code is committed too.</summary>
internal sealed class CodeCheck(
    IdentityDb db, SignInDesk desk, CodeHasher hasher, SignInCompletion completion, SignInFacts facts, TimeProvider time)
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
        if (OneTimeCode.Read(typed) is not { } code)
        {
            // What can't be a code is a slip of the hand, not a guess.
            return signIn.IsBeforeProof ? new CodeWrong(signIn.TriesLeft) : new OtherStep(signIn.Step);
        }

        var outcome = signIn.Try(hasher.HashOf(signIn.Id, code), time.GetUtcNow()) switch
        {
            CodeTry.Right => await completion.AfterProofAsync(signIn, agency, cancellationToken),
            CodeTry.Wrong => Miss(signIn),
            CodeTry.Expired => new CodeExpired(),
            _ => new SignInOver(),
        };
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private CodeWrong Miss(SignIn signIn)
    {
        facts.Record(signIn, AuditActions.CodeWrong, AuditOutcome.Refused);
        return new CodeWrong(signIn.TriesLeft);
    }
}
