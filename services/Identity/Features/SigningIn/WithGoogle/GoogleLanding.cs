using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Access;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.ShowSignIn;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>
/// Takes in whom the provider vouches for. A Google account that was linked opens what its person may open now. One that
/// was not must have the address of a contact with access, and is linked once a code sent to that address was right.
/// </summary>
internal sealed class GoogleLanding(
    IdentityDb db, SignInDesk desk, EnterableAccounts accounts, SignInCompletion completion, CodeSending codes, SignInFacts facts,
    SignInMetrics metrics, OfferedSignInMethods ways, TimeProvider time)
{
    /// <summary>The sign-in page that the journey began at, with a problem to tell and where the person wants to go afterwards.</summary>
    public static string PageOf(AuthenticationProperties? journey, string problem) =>
        PageOf(GoogleJourney.SlugOf(journey)) + $"?problem={problem}"
        + (ReturnTo.Read(GoogleJourney.ReturnToOf(journey)) is { } returnTo ? $"&returnTo={Uri.EscapeDataString(returnTo)}" : "");

    public async Task<Landing> LandAsync(GoogleAccount account, AuthenticationProperties journey, CancellationToken cancellationToken)
    {
        var slug = GoogleJourney.SlugOf(journey);
        var found = await desk.AgencyAsync(slug, SignInAudience.Client, cancellationToken);
        if (found.Failed || !ways.OffersGoogle(found.Value.Settings))
        {
            return new Landing(PageOf(journey, found.Error?.Code ?? "google-not-offered"));
        }

        var agency = found.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var linked = await EmailOfLinkAsync(agency, account, cancellationToken);
        var email = linked ?? Account.Comparable(account.Email);
        var open = await accounts.OfAsync(agency.Id, email, GoogleAddress.OtherName(email), cancellationToken);
        var landed = open is [var first, ..]
            ? await GoOnAsync(agency, account, Start(agency, first, journey), isLinked: linked is not null, cancellationToken)
            : Refuse(agency, email);
        if (landed.Failed && landed.Error is not GoogleAddressNotFound)
        {
            return new Landing(PageOf(journey, landed.Error.Code));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return landed.Failed
            ? new Landing(PageOf(journey, landed.Error.Code))
            : new Landing(landed.Value.State.Next ?? PageOf(slug) + "/step", landed.Value);
    }

    private static SignInStart Start(Agency agency, EnterableAccount onRecord, AuthenticationProperties journey)
    {
        var email = Account.Comparable(onRecord.Email);
        return new SignInStart
        {
            AgencyId = agency.Id,
            Audience = SignInAudience.Client,
            Email = email,
            EmailOnRecord = onRecord.Email,
            AlsoEmail = GoogleAddress.OtherName(email),
            Conceals = false,
            ReturnTo = ReturnTo.Read(GoogleJourney.ReturnToOf(journey)),
        };
    }

    private Task<string?> EmailOfLinkAsync(Agency agency, GoogleAccount account, CancellationToken cancellationToken) =>
        db.GoogleLinks.Where(one => one.AgencyId == agency.Id && one.Issuer == account.Issuer && one.Subject == account.Subject)
            .Join(db.People, link => link.PersonId, person => person.Id, (_, person) => person.Email)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task<Result<SignInAdvance>> GoOnAsync(
        Agency agency, GoogleAccount account, SignInStart start, bool isLinked, CancellationToken cancellationToken)
    {
        var (signIn, reference) = SignIn.Begin(start, isLinked ? SignInStep.ChooseClient : SignInStep.Code, time.GetUtcNow());
        db.SignIns.Add(signIn);
        if (isLinked)
        {
            var advance = await completion.AfterProofAsync(signIn, agency, cancellationToken);
            return advance is { Failed: false, Value.Reference: null } ? advance.Value with { Reference = reference } : advance;
        }

        signIn.LinkAfterCode(account.Issuer, account.Subject);
        var failure = await codes.SendAsync(signIn, agency, CodeDestination.Email, cancellationToken);
        return failure is null
            ? new SignInAdvance(new SignInStateResponse { Step = signIn.Step, Email = signIn.Email }, reference)
            : failure;
    }

    private GoogleAddressNotFound Refuse(Agency agency, string email)
    {
        facts.Record(new AuditFact
        {
            AgencyId = agency.Id,
            Action = AuditActions.GoogleRefused,
            Target = Mask.Email(email),
            Outcome = AuditOutcome.Refused,
            At = time.GetUtcNow(),
        });
        var unknown = new GoogleAddressNotFound();
        metrics.RefusedAfterGoogle(unknown);
        return unknown;
    }

    private static string PageOf(string? slug) => slug is null ? "/sign-in" : $"/sign-in/{Uri.EscapeDataString(slug)}";

    /// <summary>Where the browser goes, and what it keeps.</summary>
    internal sealed record Landing(string Path, SignInAdvance? Advance = null);
}
