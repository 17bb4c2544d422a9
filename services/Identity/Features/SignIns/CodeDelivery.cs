using Microsoft.Extensions.Options;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Secrets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SignIns;

/// <summary>
/// Sends a code as part of a change; the caller saves. What is done does not depend on whether the address is
/// somebody's: where it is nobody's, the same message leaves and goes to nobody.
/// </summary>
internal sealed class CodeDelivery(
    IdentityDb db, Throttle throttle, KnownDevices devices, CodeHasher hasher, SealedText sealing,
    SignInAuditFacts facts, IOptions<TokenOptions> portal,
    TimeProvider time)
{
    /// <summary>Least time between two codes to one address from one share.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromSeconds(60);

    private const int MaxAnHour = 5;
    private const int MaxAnHourFrom = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Sends a new code; the one before is worth nothing any more. Null, or why it was not sent.</summary>
    public async Task<Error?> SendAsync(
        SignIn signIn, Agency agency, CodeDestination to, CancellationToken cancellationToken)
    {
        var refusal = await throttle.TakeAsync(cancellationToken, await ShareAsync(signIn, cancellationToken));
        if (refusal is not null)
        {
            return refusal.IsOnlyTooSoon ? new CodeTooSoon(refusal.Wait) : new TooManyCodes(refusal.Wait);
        }

        var (now, code, codeId) = (time.GetUtcNow(), OneTimeCode.New(), Guid.CreateVersion7());
        signIn.SendCode(hasher.HashOf(signIn.Id, code), to, now);
        db.Enqueue(
            new CodeRequested
            {
                CodeId = codeId,
                AgencyId = agency.Id,
                AgencyName = agency.Details.Name,
                AgencyPhone = SignInContact.Of(agency).Phone,
                Email = to == CodeDestination.Email ? signIn.EmailOnRecord : null,
                Mobile = to == CodeDestination.Mobile ? signIn.Mobile : null,
                SealedCode = sealing.Seal(code.Digits, codeId),
                ExpiresAt = now + SignIn.CodeLifetime,
                TimeZone = agency.TimeZone,
                Host = new Uri(portal.Value.Issuer).Host,
                OccurredAt = now,
            },
            $"sign-in:{signIn.Id}");
        facts.Record(
            signIn,
            AuditActions.CodeSent,
            AuditOutcome.Done,
            signIn.EmailOnRecord is null ? "The address is nobody's; nothing leaves." : null);
        return null;
    }

    // Clients, staff, browsers and sign-ins side by side count together: what is guarded is the address. A browser in
    // which the person has signed in before counts by itself, so that nobody else uses up what is left to it.
    private async Task<ThrottleRule[]> ShareAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        var device = await devices.FindAsync(signIn.AgencyId, signIn.Audience, signIn.Email, cancellationToken);
        return device is not null && signIn.EmailOnRecord is not null
            ? [new ThrottleRule(ThrottleRule.KeyOf("code-device", device.Id.ToString()), MaxAnHour, Hour, Gap)]
            :
            [
                new ThrottleRule(
                    ThrottleRule.KeyOf("code", signIn.AgencyId.ToString(), signIn.Email), MaxAnHour, Hour, Gap),
                new ThrottleRule(ThrottleRule.KeyOf("code-from", facts.Site), MaxAnHourFrom, Hour),
            ];
    }
}
