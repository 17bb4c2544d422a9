using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>A passkey of a person of the agency: as the second factor where a code was right, else alone.</summary>
internal sealed class PasskeySignIn(
    IdentityDb db, SignInStore store, PasskeyManager passkeys, PasskeyOnlySignIn alone, SignInSteps steps,
    SignInAuditFacts facts)
{
    /// <summary>Options for the browser.</summary>
    /// <param name="slug">Agency at which nobody is known yet; null for that of the sign-in which is under way.</param>
    /// <param name="reference">What the browser's cookie holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<AskedChallenge>> AskAsync(
        string? slug, string? reference, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await store.TakeAsync(reference, cancellationToken);
        var asked = taken.Value is { SignIn.Step: SignInStep.SecondFactor } open
            && (slug is null || slug == open.Agency.Slug)
            ? await AskAsync(open.SignIn, cancellationToken)
            : await alone.AskAsync(slug, taken, cancellationToken);
        if (!asked.Failed)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return asked;
    }

    /// <summary>
    /// Checks the browser's answer to the question that was asked last; each question is answered once.
    /// </summary>
    /// <param name="request">The answer.</param>
    /// <param name="reference">What the browser's cookie holds.</param>
    /// <param name="asked">The question of a browser in which nobody is known yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<SignInProgress>> CheckAsync(
        PasskeyAnswerRequest request, string? reference, SealedChallenge? asked, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await store.TakeAsync(reference, cancellationToken);
        var outcome = taken.Value is { SignIn.Step: SignInStep.SecondFactor } open
            ? await CheckAsync(open, request.Credential.GetRawText(), cancellationToken)
            : await alone.CheckAsync(request, asked, taken, cancellationToken);
        if (!outcome.Failed || outcome.Error is PasskeyWrong)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    // The question is kept with the sign-in.
    private async Task<Result<AskedChallenge>> AskAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        if (await MemberAsync(signIn, cancellationToken) is not { } member)
        {
            return new SignInOver();
        }

        var question = await passkeys.AskAsync(member);
        signIn.AskPasskey(Encoding.UTF8.GetBytes(question.State));
        return new AskedChallenge(question.Options);
    }

    private async Task<Result<SignInProgress>> CheckAsync(
        SignInStore.OpenSignIn open, string credential, CancellationToken cancellationToken)
    {
        var (signIn, agency) = open;
        if (await MemberAsync(signIn, cancellationToken) is not { } member)
        {
            return new SignInOver();
        }

        if (signIn.PasskeyState is not { } state)
        {
            return new PasskeyNotAsked();
        }

        signIn.AskPasskey(null);
        return await passkeys.IsProvenAsync(member, credential, Encoding.UTF8.GetString(state), cancellationToken)
            ? await steps.OpenAsync(signIn, agency, member, cancellationToken)
            : Miss(signIn);
    }

    private Task<StaffMember?> MemberAsync(SignIn signIn, CancellationToken cancellationToken) =>
        db.Staff.SingleOrDefaultAsync(one => one.Id == signIn.StaffId && one.IsActive, cancellationToken);

    private PasskeyWrong Miss(SignIn signIn)
    {
        signIn.MissSecondFactor();
        facts.Record(signIn, AuditActions.SecondFactorWrong, AuditOutcome.Refused, "Passkey");
        return new PasskeyWrong("use your authenticator app");
    }
}
