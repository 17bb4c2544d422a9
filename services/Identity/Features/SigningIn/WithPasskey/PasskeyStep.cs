using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.WithPasskey;

/// <summary>A passkey as the second factor of a person of the agency.</summary>
internal sealed class PasskeyStep(IdentityDb db, SignInDesk desk, PasskeyBook passkeys, SignInCompletion completion, SignInFacts facts)
{
    /// <summary>Options for the browser; the question is kept with the sign-in.</summary>
    public async Task<Result<string>> AskAsync(string? reference, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await WaitingAsync(reference, cancellationToken);
        if (waiting.Failed)
        {
            return waiting.Error;
        }

        var question = await passkeys.AskAsync(waiting.Value.Member);
        waiting.Value.SignIn.AskPasskey(Encoding.UTF8.GetBytes(question.State));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return question.Options;
    }

    /// <summary>Checks the browser's answer to the question that was asked last; each question is answered once.</summary>
    public async Task<Result<SignInAdvance>> CheckAsync(string credential, string? reference, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await WaitingAsync(reference, cancellationToken);
        if (waiting.Failed)
        {
            return waiting.Error;
        }

        var (signIn, agency, member) = waiting.Value;
        if (signIn.PasskeyState is not { } state)
        {
            return new PasskeyNotAsked();
        }

        signIn.AskPasskey(null);
        Result<SignInAdvance> outcome = await passkeys.IsProvenAsync(member, credential, Encoding.UTF8.GetString(state), cancellationToken)
            ? await completion.OpenAsync(signIn, agency, member, cancellationToken)
            : Miss(signIn);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Result<Waiting>> WaitingAsync(string? reference, CancellationToken cancellationToken)
    {
        var taken = await desk.TakeAsync(reference, cancellationToken);
        if (taken.Failed)
        {
            return taken.Error;
        }

        var (signIn, agency) = taken.Value;
        return signIn.Step != SignInStep.SecondFactor ? new OtherStep(signIn.Step)
            : await db.Staff.SingleOrDefaultAsync(one => one.Id == signIn.StaffId && one.IsActive, cancellationToken) is { } member
                ? new Waiting(signIn, agency, member)
                : new SignInOver();
    }

    private PasskeyWrong Miss(SignIn signIn)
    {
        signIn.MissSecondFactor();
        facts.Record(signIn, AuditActions.SecondFactorWrong, AuditOutcome.Refused, "Passkey");
        return new PasskeyWrong();
    }

    private sealed record Waiting(SignIn SignIn, Agency Agency, StaffMember Member);
}
