using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SignIns;

/// <summary>Links a Google account to the person whose address a code has just proven, as part of a change.</summary>
internal sealed class GoogleLinking(
    IdentityDb db, SessionManager sessions, PowerNotices notices, SignInAuditFacts facts, TimeProvider time)
{
    /// <summary>
    /// Links, where the sign-in came from a Google account. Sessions that the person has elsewhere end, so that nobody
    /// who got in before stays in beside the owner, and the person is told. False when the account became another
    /// person's meanwhile.
    /// </summary>
    public async Task<bool> LinkAsync(SignIn signIn, Agency agency, string name, CancellationToken cancellationToken)
    {
        if (signIn is not { GoogleIssuer: { } issuer, GoogleSubject: { } subject, EmailOnRecord: { } email })
        {
            return true;
        }

        var personId = await db.MeetPersonAsync(agency.Id, signIn.Email, time.GetUtcNow(), cancellationToken);
        if (!await db.TryLinkGoogleAsync(agency.Id, personId, issuer, subject, time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        foreach (var session in await sessions.LiveAsync(
            one => one.AgencyId == agency.Id
                && (one.SubjectId == personId || (one.Kind == SessionKind.Client && one.Email == signIn.AlsoEmail)),
            cancellationToken))
        {
            await sessions.EndAsync(session, SessionEnd.Replaced, cancellationToken);
        }

        facts.Record(signIn, AuditActions.GoogleLinked, AuditOutcome.Done);
        await notices.TellAsync(
            Powers.LinkGoogle, new PowerUse(
                agency.Id, new AuditActor())
            { Affected = (name, email) }, cancellationToken);
        return true;
    }
}
