using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>
/// Takes in whom the provider vouches for. A Google account that was linked opens what its person may open now. One
/// that was not must have the address of a contact with access, and is linked once a code sent to that address was
/// right.
/// </summary>
internal sealed class GoogleCallback(
    IdentityDb db, SignInStore store, AccessibleAccounts accounts, SignInSteps steps, CodeDelivery codes,
    SignInAuditFacts facts,
    SignInMetrics metrics, OfferedSignInMethods ways, TimeProvider time)
{
    /// <summary>
    /// The sign-in page that the sign-in began at, with a problem to tell and where the person wants to go afterwards.
    /// </summary>
    public static string PageOf(AuthenticationProperties? properties, string problem) =>
        PageOf(GoogleSignInProperties.SlugOf(properties)) + $"?problem={problem}"
        + (ReturnTo.Read(GoogleSignInProperties.ReturnToOf(properties)) is { } returnTo
            ? $"&returnTo={Uri.EscapeDataString(returnTo)}"
            : "");

    public async Task<Outcome> HandleAsync(
        GoogleAccount account, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        var slug = GoogleSignInProperties.SlugOf(properties);
        var found = await store.AgencyAsync(slug, SignInAudience.Client, cancellationToken);
        if (found.Failed || !ways.OffersGoogle(found.Value.Settings))
        {
            return new Outcome(PageOf(properties, found.Error?.Code ?? "google-not-offered"));
        }

        var agency = found.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var linked = await EmailOfLinkAsync(agency, account, cancellationToken);
        var email = linked ?? Account.Comparable(account.Email);
        var open = await accounts.OfAsync(agency.Id, email, GoogleAddress.OtherName(email), cancellationToken);
        var result = open is [var first, ..]
            ? await GoOnAsync(
                agency, account, Start(agency, first, properties), isLinked: linked is not null, cancellationToken)
            : Refuse(agency, email);
        if (result.Failed && result.Error is not GoogleAddressNotFound)
        {
            return new Outcome(PageOf(properties, result.Error.Code));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result.Failed
            ? new Outcome(PageOf(properties, result.Error.Code))
            : new Outcome(result.Value.State.Next ?? PageOf(slug) + "/step", result.Value);
    }

    private static SignInStart Start(Agency agency, AccessibleAccount onRecord, AuthenticationProperties properties)
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
            ReturnTo = ReturnTo.Read(GoogleSignInProperties.ReturnToOf(properties)),
        };
    }

    private Task<string?> EmailOfLinkAsync(Agency agency, GoogleAccount account, CancellationToken cancellationToken) =>
        db.GoogleLinks.Where(
            one => one.AgencyId == agency.Id && one.Issuer == account.Issuer && one.Subject == account.Subject)
            .Join(db.People, link => link.PersonId, person => person.Id, (_, person) => person.Email)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task<Result<SignInProgress>> GoOnAsync(
        Agency agency, GoogleAccount account, SignInStart start, bool isLinked, CancellationToken cancellationToken)
    {
        var (signIn, reference) = SignIn.Begin(
            start, isLinked ? SignInStep.ChooseClient : SignInStep.Code, time.GetUtcNow());
        db.SignIns.Add(signIn);
        if (isLinked)
        {
            var progress = await steps.AfterProofAsync(signIn, agency, cancellationToken);
            return progress is { Failed: false, Value.Reference: null }
                ? progress.Value with { Reference = reference }
                : progress;
        }

        signIn.LinkAfterCode(account.Issuer, account.Subject);
        var failure = await codes.SendAsync(signIn, agency, CodeDestination.Email, cancellationToken);
        return failure is null
            ? new SignInProgress(new SignInStateResponse { Step = signIn.Step, Email = signIn.Email }, reference)
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
    internal sealed record Outcome(string Path, SignInProgress? Progress = null);
}
