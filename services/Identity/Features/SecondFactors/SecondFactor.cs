using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Keys;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>
/// Checks the passwords of authenticator apps as part of a change: the caller begins a transaction, saves and commits,
/// also when the password was wrong, since that is counted.
/// </summary>
internal sealed class SecondFactor(IdentityDb db, KeyProtection protection, Throttle throttle, TimeProvider time)
{
    /// <summary>
    /// Wrong passwords of a person in 24 hours. Three of a million passwords are good at a time, so guessing succeeds
    /// on a day with less than 1 in 10,000, even for whoever reads the person's mail.
    /// </summary>
    public const int MaxWrongADay = 30;

    /// <summary>Tries a password; the person's row stays locked until the transaction ends.</summary>
    public async Task<SecondFactorAttempt> TryAsync(Guid staffId, string? typed, CancellationToken cancellationToken)
    {
        var member = await db.LockStaffAsync(staffId, cancellationToken);
        return member is { IsActive: true, TotpSecret: { } secret }
            ? await TryAsync(member, Open(member, secret), member.TotpStep, typed, cancellationToken)
            : new SecondFactorAttempt.NotSetUp();
    }

    /// <summary>Tries the first password of an authenticator that is being set up; the right one sets it up.</summary>
    public async Task<SecondFactorAttempt> EnrollAsync(
        Guid staffId, byte[] pendingSecret, string? typed, CancellationToken cancellationToken)
    {
        if (await db.LockStaffAsync(staffId, cancellationToken) is not { IsActive: true, TotpSecret: null } member)
        {
            return new SecondFactorAttempt.NotSetUp();
        }

        var outcome = await TryAsync(member, Open(member, pendingSecret), lastStep: 0, typed, cancellationToken);
        if (outcome is SecondFactorAttempt.Proven)
        {
            member.Enroll(pendingSecret, member.TotpStep);
        }

        return outcome;
    }

    /// <summary>Seals a secret for a person; it fits nobody else.</summary>
    public byte[] Seal(Guid staffId, byte[] secret) => protection.Protect(BoundTo(staffId), secret);

    /// <summary>Opens a secret that was sealed for a person.</summary>
    public byte[] Open(Guid staffId, byte[] sealedSecret) => protection.Unprotect(BoundTo(staffId), sealedSecret);

    private static string BoundTo(Guid staffId) => $"totp:{staffId}";

    private byte[] Open(StaffMember member, byte[] sealedSecret) => Open(member.Id, sealedSecret);

    private async Task<SecondFactorAttempt> TryAsync(
        StaffMember member, byte[] secret, long lastStep, string? typed, CancellationToken cancellationToken)
    {
        var rule = new ThrottleRule(
            ThrottleRule.KeyOf("second-factor", member.Id.ToString()), MaxWrongADay, TimeSpan.FromDays(1));
        if (await throttle.LookAsync(rule, cancellationToken) is { } refusal)
        {
            return new SecondFactorAttempt.Blocked(refusal.Wait);
        }

        if (TypedDigits.Read(typed, Totp.Digits) is { } digits
            && Totp.Match(secret, digits, lastStep, time.GetUtcNow()) is { } step)
        {
            member.Use(step);
            return new SecondFactorAttempt.Proven(member);
        }

        throttle.Mark(rule.Key);
        return new SecondFactorAttempt.Wrong();
    }
}
