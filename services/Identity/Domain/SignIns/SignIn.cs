using System.Security.Cryptography;
using Portal.Identity.Domain.Sessions;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.SignIns;

/// <summary>
/// A sign-in under way in one browser, from the address to the session. Every change is made while its row is locked,
/// so that of requests at the same instant each sees what the one before left.
/// </summary>
internal sealed class SignIn : IOwnedByAgency<Guid>
{
    /// <summary>Tries in one sign-in, whatever number of codes is sent in it.</summary>
    public const int MaxTries = 5;

    /// <summary>How long a code can be typed in.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long the whole may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private SignIn()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Hash of the cookie's reference, which binds it to the browser.</summary>
    public byte[] ReferenceHash { get; private init; } = [];

    public Guid AgencyId { get; private init; }

    public SignInAudience Audience { get; private init; }

    /// <summary>As sign-in compares it.</summary>
    public string Email { get; private init; } = "";

    /// <summary>
    /// Where mail goes: the address as it is on record, never as it was typed; null when it is nobody's.
    /// </summary>
    public string? EmailOnRecord { get; private init; }

    /// <summary>The same mailbox by its other name, where Google vouched for it under one of two.</summary>
    public string? AlsoEmail { get; private init; }

    public string? Mobile { get; private init; }

    public bool Conceals { get; private init; }

    public Guid? StaffId { get; private init; }

    public string? ReturnTo { get; private init; }

    public SignInStep Step { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>Keyed hash of the code that is waited for; null before one was sent and after it was spent.</summary>
    public byte[]? CodeHash { get; private set; }

    public CodeDestination? CodeSentTo { get; private set; }

    public DateTimeOffset? CodeSentAt { get; private set; }

    public DateTimeOffset? CodeExpiresAt { get; private set; }

    /// <summary>Whether it is known that whoever holds the browser holds the address.</summary>
    public bool IsProven { get; private set; }

    /// <summary>Codes tried in this sign-in; a new code does not set it back.</summary>
    public int Tries { get; private set; }

    /// <summary>Second factors tried in this sign-in that were wrong.</summary>
    public int SecondFactorTries { get; private set; }

    /// <summary>Secret of an authenticator that is being set up, sealed.</summary>
    public byte[]? PendingSecret { get; private set; }

    /// <summary>What a passkey was asked to answer.</summary>
    public byte[]? PasskeyState { get; private set; }

    /// <summary>Issuer of the Google account to be linked once the code proves the address.</summary>
    public string? GoogleIssuer { get; private set; }

    public string? GoogleSubject { get; private set; }

    public int TriesLeft => MaxTries - Tries;

    /// <summary>Whether it is still about the address alone.</summary>
    public bool IsBeforeProof => IsBefore(Step);

    /// <summary>Begins a sign-in; the reference goes into the browser's cookie and nowhere else.</summary>
    /// <param name="start">Who signs in where.</param>
    /// <param name="step">
    /// What it waits for; the choice of an account where Google has vouched for the person already, the second factor
    /// where a passkey alone has.
    /// </param>
    /// <param name="now">The present.</param>
    public static (SignIn SignIn, SessionReference Reference) Begin(
        SignInStart start, SignInStep step, DateTimeOffset now)
    {
        var reference = SessionReference.New();
        var signIn = new SignIn
        {
            ReferenceHash = reference.Hash(),
            AgencyId = start.AgencyId,
            Audience = start.Audience,
            Email = start.Email,
            EmailOnRecord = start.EmailOnRecord,
            AlsoEmail = start.AlsoEmail,
            Mobile = start.Mobile,
            Conceals = start.Conceals,
            StaffId = start.StaffId,
            ReturnTo = start.ReturnTo,
            Step = step,
            IsProven = !IsBefore(step),
            StartedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return (signIn, reference);
    }

    public bool IsOver(DateTimeOffset now) =>
        Step == SignInStep.Done
        || now >= ExpiresAt
        || (IsBeforeProof && Tries >= MaxTries)
        || (Step is SignInStep.SecondFactor or SignInStep.EnrollSecondFactor && SecondFactorTries >= MaxTries);

    /// <summary>Keeps the Google account that the code will link.</summary>
    public void LinkAfterCode(string issuer, string subject)
    {
        Require(IsBeforeProof);
        (GoogleIssuer, GoogleSubject) = (issuer, subject);
    }

    /// <summary>Waits for this code from now on; the one before is worth nothing any more.</summary>
    public void SendCode(byte[] hash, CodeDestination to, DateTimeOffset now)
    {
        Require(IsBeforeProof && !IsOver(now));
        (Step, CodeHash, CodeSentTo, CodeSentAt, CodeExpiresAt) = (SignInStep.Code, hash, to, now, now + CodeLifetime);
    }

    /// <summary>Takes a try. The right code is spent by it; the caller then says what comes next.</summary>
    public CodeAttempt Try(byte[] hash, DateTimeOffset now)
    {
        if (IsOver(now) || !IsBeforeProof)
        {
            return CodeAttempt.Over;
        }

        if (CodeHash is not { } expected || now >= CodeExpiresAt)
        {
            return CodeAttempt.Expired;
        }

        Tries++;
        if (!CryptographicOperations.FixedTimeEquals(expected, hash) || EmailOnRecord is null)
        {
            return CodeAttempt.Wrong;
        }

        (CodeHash, IsProven) = (null, true);
        return CodeAttempt.Right;
    }

    /// <summary>Goes on after the right code, or after the second factor.</summary>
    public void Proceed(SignInStep step)
    {
        Require(IsProven && Step != SignInStep.Done && !IsBefore(step));
        Step = step;
        if (step == SignInStep.Done)
        {
            (PendingSecret, PasskeyState) = (null, null);
        }
    }

    /// <summary>
    /// Keeps the secret of the authenticator that is being set up, so that asking again shows the same.
    /// </summary>
    public void SetUp(byte[] pendingSecret)
    {
        Require(Step == SignInStep.EnrollSecondFactor);
        PendingSecret = pendingSecret;
    }

    /// <summary>Keeps what a passkey is asked to answer; null once it was answered.</summary>
    public void AskPasskey(byte[]? state)
    {
        Require(Step is SignInStep.SecondFactor);
        PasskeyState = state;
    }

    /// <summary>Counts a second factor that was wrong.</summary>
    public void MissSecondFactor()
    {
        Require(Step is SignInStep.SecondFactor or SignInStep.EnrollSecondFactor);
        SecondFactorTries++;
    }

    private static bool IsBefore(SignInStep step) =>
        step is SignInStep.ChooseDestination or SignInStep.Code or SignInStep.Google;

    private void Require(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"A sign-in that waits for {Step} does not allow this.");
        }
    }
}
