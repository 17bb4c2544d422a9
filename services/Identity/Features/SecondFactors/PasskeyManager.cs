using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>
/// Asks for passkeys and checks what browsers answer, through the framework's own handler, as part of a change; the
/// caller saves. What was asked is given back with the answer, which counts once.
/// </summary>
internal sealed class PasskeyManager(
    IdentityDb db, IPasskeyHandler<StaffMember> handler, [
        FromKeyedServices(PasskeyManager.Alone),
    ] IPasskeyHandler<StaffMember> alone,
    Throttle throttle, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>Names the handler that wants the person verified by the passkey too.</summary>
    public const string Alone = "alone";

    private HttpContext Http =>
        requests.HttpContext ?? throw new InvalidOperationException("Passkeys are proven in a request alone.");

    /// <summary>What to give to navigator.credentials.create.</summary>
    public async Task<PasskeyChallenge> AskNewAsync(StaffMember member)
    {
        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = member.Id.ToString(), Name = member.Email, DisplayName = member.Name }, Http);
        return new PasskeyChallenge(asked.CreationOptionsJson, asked.AttestationState ?? "");
    }

    /// <summary>Adds the passkey that a browser made; null when the answer does not fit the question.</summary>
    public async Task<Passkey?> AddAsync(
        StaffMember member, string name, string credential, string state, CancellationToken cancellationToken)
    {
        if (!await IsFirstAnswerAsync(state, cancellationToken))
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Http,
                CredentialJson = credential,
                AttestationState = state,
            });
        if (!result.Succeeded || result.UserEntity.Id != member.Id.ToString())
        {
            return null;
        }

        var made = result.Passkey;
        return db.Passkeys.Add(new Passkey
        {
            AgencyId = member.AgencyId,
            StaffId = member.Id,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = name,
            Transports = made.Transports ?? [],
            SignCount = made.SignCount,
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            CreatedAt = time.GetUtcNow(),
        }).Entity;
    }

    /// <summary>What to give to navigator.credentials.get.</summary>
    public async Task<PasskeyChallenge> AskAsync(StaffMember member)
    {
        var asked = await handler.MakeRequestOptionsAsync(member, Http);
        return new PasskeyChallenge(asked.RequestOptionsJson, asked.AssertionState ?? "");
    }

    /// <summary>
    /// What to give to navigator.credentials.get where nobody is known yet: any passkey that the device keeps for the
    /// portal, and that verifies the person. It names none, so that nothing can be learnt from it.
    /// </summary>
    public async Task<PasskeyChallenge> AskAnyoneAsync()
    {
        var asked = await alone.MakeRequestOptionsAsync(user: null, Http);
        return new PasskeyChallenge(asked.RequestOptionsJson, asked.AssertionState ?? "");
    }

    /// <summary>Whether a browser's answer proves a passkey of the person.</summary>
    public async Task<bool> IsProvenAsync(
        StaffMember member, string credential, string state, CancellationToken cancellationToken) =>
        await ProveAsync(handler, credential, state, one => one.Id == member.Id, cancellationToken) is not null;

    /// <summary>
    /// Whose passkey a browser's answer proves, among the present people of the scope's agency; null for nobody's.
    /// </summary>
    public Task<StaffMember?> ProveAnyoneAsync(string credential, string state, CancellationToken cancellationToken) =>
        ProveAsync(alone, credential, state, one => one.IsActive, cancellationToken);

    private async Task<StaffMember?> ProveAsync(
        IPasskeyHandler<StaffMember> by, string credential, string state, Func<StaffMember, bool> counts,
        CancellationToken cancellationToken)
    {
        if (!await IsFirstAnswerAsync(state, cancellationToken))
        {
            return null;
        }

        var result = await by.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = Http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !counts(result.User))
        {
            return null;
        }

        var credentialId = result.Passkey.CredentialId;
        var stored = await db.Passkeys.SingleAsync(one => one.CredentialId == credentialId, cancellationToken);
        (stored.SignCount, stored.IsBackedUp, stored.IsUserVerified, stored.LastUsedAt) =
            (result.Passkey.SignCount, result.Passkey.IsBackedUp, result.Passkey.IsUserVerified, time.GetUtcNow());
        return result.User;
    }

    private async Task<bool> IsFirstAnswerAsync(
        string state, CancellationToken cancellationToken) => await throttle.TakeAsync(
        cancellationToken, new ThrottleRule(
            ThrottleRule.KeyOf("passkey-answer", state), Limit: 1, TimeSpan.FromDays(1))) is null;
}
