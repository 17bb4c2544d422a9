using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Features.SecondFactors;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>
/// Signing in with a passkey alone, as part of a change. It says by itself who the person is, and since it verifies the
/// person too it is something that is held and something that is known or that one is (NIST SP 800-63B-4, 2.2: AAL2).
/// No code is needed, so that nobody is kept out by whoever uses up the codes. The question is the same for everybody.
/// </summary>
internal sealed class PasskeyOnlySignIn(
    IdentityDb db, SignInStore store, PasskeyManager passkeys, PasskeySeal seal, SignInSteps steps, Throttle throttle,
    SignInAuditFacts facts, TimeProvider time)
{
    /// <summary>
    /// How many wrong answers from one place are entered into the trail in an hour, which anybody could fill otherwise.
    /// </summary>
    private const int MaxEnteredAnHour = 10;

    /// <summary>Options for the browser.</summary>
    /// <param name="slug">The agency; null for that of the sign-in.</param>
    /// <param name="taken">The browser's sign-in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<AskedChallenge>> AskAsync(
        string? slug, Result<SignInStore.OpenSignIn> taken, CancellationToken cancellationToken)
    {
        var agency = slug is null
            ? AgencyOf(taken)
            : await store.AgencyAsync(slug, SignInAudience.Staff, cancellationToken);
        if (agency.Failed)
        {
            return agency.Error;
        }

        var question = await passkeys.AskAnyoneAsync();
        return new AskedChallenge(
            question.Options, new SealedChallenge(agency.Value.Id, seal.Seal(question.State, agency.Value.Id)));
    }

    /// <summary>Checks the answer, and opens the session of the person whose passkey it is.</summary>
    public async Task<Result<SignInProgress>> CheckAsync(
        PasskeyAnswerRequest request, SealedChallenge? asked, Result<SignInStore.OpenSignIn> taken,
        CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            var waiting = AgencyOf(taken);
            return waiting.Failed ? waiting.Error : new PasskeyNotAsked();
        }

        if (seal.Open(asked.Text, asked.AgencyId) is not { } state)
        {
            return new PasskeyNotAsked();
        }

        var agency = await store.AgencyAsync(asked.AgencyId, cancellationToken);
        return await passkeys.ProveAnyoneAsync(request.Credential.GetRawText(), state, cancellationToken) is { } member
            ? await OpenAsync(request, agency, member, taken.Value?.SignIn, cancellationToken)
            : await MissAsync(agency, cancellationToken);
    }

    private static Result<Agency> AgencyOf(Result<SignInStore.OpenSignIn> taken) => taken.Failed ? taken.Error
        : IsOfStaff(taken.Value.SignIn) ? taken.Value.Agency
        : new OtherStep(taken.Value.SignIn.Step);

    private static bool IsOfStaff(SignIn signIn) => signIn is { Audience: SignInAudience.Staff, IsBeforeProof: true };

    private async Task<Result<SignInProgress>> OpenAsync(
        PasskeyAnswerRequest request, Agency agency, StaffMember member, SignIn? underWay,
        CancellationToken cancellationToken)
    {
        var returnTo = ReturnTo.Read(request.ReturnTo);
        if (underWay is not null && underWay.AgencyId == agency.Id && IsOfStaff(underWay))
        {
            // Its code may still come, and is worth nothing any more.
            db.SignIns.Remove(underWay);
            returnTo ??= underWay.ReturnTo;
        }

        var start = new SignInStart
        {
            AgencyId = agency.Id,
            Audience = SignInAudience.Staff,
            Email = member.Email,
            EmailOnRecord = member.Email,
            Conceals = true,
            StaffId = member.Id,
            ReturnTo = returnTo,
        };
        var (signIn, _) = SignIn.Begin(start, SignInStep.SecondFactor, time.GetUtcNow());
        db.SignIns.Add(signIn);
        return await steps.OpenAsync(signIn, agency, member, cancellationToken, "Passkey alone");
    }

    private async Task<PasskeyWrong> MissAsync(Agency agency, CancellationToken cancellationToken)
    {
        var entered = new ThrottleRule(
            ThrottleRule.KeyOf("passkey-wrong-from", facts.Site), MaxEnteredAnHour, TimeSpan.FromHours(1));
        if (await throttle.TakeAsync(cancellationToken, entered) is null)
        {
            facts.Record(new AuditFact
            {
                AgencyId = agency.Id,
                Action = AuditActions.SecondFactorWrong,
                Target = "sign-in",
                Outcome = AuditOutcome.Refused,
                Detail = "Passkey alone",
                At = time.GetUtcNow(),
            });
        }

        return new PasskeyWrong("go on with your email address");
    }
}
