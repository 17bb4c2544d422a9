using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SignIns;

/// <summary>
/// Turns a sign-in into a session as part of a change; the caller saves. The session is always a new one, under a
/// reference that nobody knew before, and the one that the browser had ends.
/// </summary>
internal sealed class SignInSteps(
    IdentityDb db, SessionManager sessions, AccessibleAccounts accounts, StaffSecondFactors factors,
    GoogleLinking google, KnownDevices devices,
    SignInAuditFacts facts, IHttpContextAccessor requests, TimeProvider time)
{
    private const int MaxUserAgent = 256;

    /// <summary>
    /// Goes on once the address is proven: to the session, the choice of an account, or the second factor.
    /// </summary>
    public async Task<Result<SignInProgress>> AfterProofAsync(
        SignIn signIn, Agency agency, CancellationToken cancellationToken)
    {
        if (signIn.Audience == SignInAudience.Staff)
        {
            return await AskSecondFactorAsync(signIn, cancellationToken);
        }

        var open = await accounts.OfAsync(signIn, cancellationToken);
        if (open is not [var first, ..] || !await google.LinkAsync(signIn, agency, first.Name, cancellationToken))
        {
            signIn.Proceed(SignInStep.Done);
            return new SignInOver();
        }

        if (open.Count == 1)
        {
            return await OpenAsync(signIn, agency, first, cancellationToken);
        }

        signIn.Proceed(SignInStep.ChooseClient);
        return new SignInProgress(SignInStateReader.Choice(signIn, open));
    }

    /// <summary>Opens a client's account, by the name of the mailbox that the account knows.</summary>
    public async Task<SignInProgress> OpenAsync(
        SignIn signIn, Agency agency, AccessibleAccount account, CancellationToken cancellationToken)
    {
        var email = Account.Comparable(account.Email);
        var personId = await db.MeetPersonAsync(agency.Id, email, time.GetUtcNow(), cancellationToken);
        var who = new Opening(
            SessionKind.Client,
            personId,
            account.Name,
            email,
            account.AccountId,
            Roles.Insured,
            $"/a/{account.AccountId}/");
        return await OpenAsync(signIn, agency, who, detail: null, cancellationToken);
    }

    /// <summary>Opens the agency's own pages for a person who proved the second factor.</summary>
    /// <param name="signIn">The sign-in.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="member">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="detail">What the trail says besides.</param>
    public Task<SignInProgress> OpenAsync(
        SignIn signIn, Agency agency, StaffMember member, CancellationToken cancellationToken, string? detail = null)
    {
        var who = new Opening(
            SessionKind.Staff, member.Id, member.Name, signIn.Email, AccountId: null, RoleOf(member), "/clients");
        return OpenAsync(signIn, agency, who, detail, cancellationToken);
    }

    private static string RoleOf(StaffMember member) => member.Role switch
    {
        StaffRole.Admin => Roles.Admin,
        StaffRole.Agent => Roles.Agent,
        _ => Roles.Assistant,
    };

    private async Task<Result<SignInProgress>> AskSecondFactorAsync(SignIn signIn, CancellationToken cancellationToken)
    {
        if (!await db.Staff.AnyAsync(one => one.Id == signIn.StaffId && one.IsActive, cancellationToken))
        {
            signIn.Proceed(SignInStep.Done);
            return new SignInOver();
        }

        var has = await factors.OfAsync(signIn, cancellationToken);
        signIn.Proceed(has.Count > 0 ? SignInStep.SecondFactor : SignInStep.EnrollSecondFactor);
        return new SignInProgress(new SignInStateResponse
        {
            Step = signIn.Step,
            Email = signIn.Email,
            Factors = has.Count > 0 ? has : null,
            TriesLeft = SignIn.MaxTries - signIn.SecondFactorTries,
        });
    }

    private async Task<SignInProgress> OpenAsync(
        SignIn signIn, Agency agency, Opening who, string? detail, CancellationToken cancellationToken)
    {
        await EndEarlierAsync(cancellationToken);
        var userAgent = requests.HttpContext?.Request.Headers.UserAgent.ToString();
        var (session, reference) = sessions.Open(new SessionStart
        {
            Kind = who.Kind,
            AgencyId = agency.Id,
            SubjectId = who.SubjectId,
            Name = who.Name,
            Email = who.Email,
            AccountId = who.AccountId,
            IdleMinutes = agency.Settings.IdleMinutes,
            AbsoluteHours = agency.Settings.AbsoluteHours,
            From = facts.From,
            UserAgent = userAgent is { Length: > MaxUserAgent } ? userAgent[..MaxUserAgent] : userAgent,
        });
        signIn.Proceed(SignInStep.Done);
        facts.Record(new AuditFact
        {
            AgencyId = agency.Id,
            AccountId = who.AccountId,
            ActorId = who.SubjectId.ToString(),
            ActorName = who.Name,
            ActorRole = who.Role,
            SessionId = session.Id,
            Action = AuditActions.SignedIn,
            Target = Mask.Email(who.Email),
            Outcome = AuditOutcome.Done,
            Detail = detail,
            At = time.GetUtcNow(),
        });
        var device = await devices.RememberAsync(signIn, who.Email, cancellationToken);
        return new SignInProgress(SignInStateReader.Done(signIn, who.Home), reference, device);
    }

    // The gateway sends the token of the session that the browser has; a new one takes its place.
    private async Task EndEarlierAsync(CancellationToken cancellationToken)
    {
        if (requests.HttpContext?.User.SessionId() is { } sessionId
            && await db.Sessions.IgnoreQueryFilters().SingleOrDefaultAsync(
                one => one.Id == sessionId, cancellationToken) is { } earlier)
        {
            await sessions.EndAsync(earlier, SessionEnd.Replaced, cancellationToken);
        }
    }

    private sealed record Opening(
        SessionKind Kind, Guid SubjectId, string Name, string Email, Guid? AccountId, string Role, string Home);
}
