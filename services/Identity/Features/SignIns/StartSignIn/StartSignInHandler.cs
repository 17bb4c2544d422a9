using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.StartSignIn;

/// <summary>Begins a sign-in with an address.</summary>
internal sealed class StartSignInHandler(
    IdentityDb db, SignInStore store, AddressLookup lookup, CodeDelivery codes, Throttle throttle, KnownDevices devices,
    SignInAuditFacts facts,
    SignInStateReader reader, OfferedSignInMethods ways, IOptions<SignInOptions> options, TimeProvider time)
{
    /// <summary>How many addresses that are nobody's may be asked for from one place in an hour.</summary>
    private const int MaxUnknownAnHour = 10;

    /// <summary>Begins, or goes on with what the same browser began for the same address.</summary>
    /// <param name="request">Who signs in where.</param>
    /// <param name="reference">What the browser's cookie holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<SignInProgress>> HandleAsync(
        StartSignInRequest request, string? reference, CancellationToken cancellationToken)
    {
        if (EmailText.Read(request.Email) is not { } email)
        {
            return new FieldInvalid("email", "Enter an email address, such as name@example.com.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var underWay = await store.TakeAsync(reference, cancellationToken);

        // Asked for last, because from here on it is this agency's people and clients that are looked among.
        var agency = await store.AgencyAsync(request.Agency, request.Audience, cancellationToken);
        if (agency.Failed)
        {
            return agency.Error;
        }

        var started = await GoOnAsync(request, email, agency.Value, underWay.Value?.SignIn, cancellationToken)
            ?? await BeginAsync(request, email, agency.Value, cancellationToken);
        if (!started.Failed || started.Error is AddressNotFound)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return started;
    }

    // Whoever goes back and types the same address again has the code that was sent already.
    private async Task<Result<SignInProgress>?> GoOnAsync(
        StartSignInRequest request, string email, Agency agency, SignIn? underWay, CancellationToken cancellationToken)
    {
        if (underWay is not { IsBeforeProof: true, GoogleSubject: null } signIn
            || signIn.AgencyId != agency.Id || signIn.Audience != request.Audience || signIn.Email != email)
        {
            return null;
        }

        return new SignInProgress(await reader.OfAsync(signIn, agency, cancellationToken));
    }

    private async Task<Result<SignInProgress>> BeginAsync(
        StartSignInRequest request, string email, Agency agency, CancellationToken cancellationToken)
    {
        var start = await lookup.FindAsync(
            agency, request.Audience, email, ReturnTo.Read(request.ReturnTo), cancellationToken);
        var device = await devices.FindAsync(agency.Id, request.Audience, email, cancellationToken);
        var unknown = new ThrottleRule(
            ThrottleRule.KeyOf("unknown-from", facts.Site), MaxUnknownAnHour, TimeSpan.FromHours(1));

        // Others at the same place who type what is nobody's shut no browser out in which this person has signed in
        // before.
        if ((device is null || start.EmailOnRecord is null)
            && await throttle.LookAsync(unknown, cancellationToken) is { } refusal)
        {
            return new TooManyAddresses(refusal.Wait);
        }

        if (start is { EmailOnRecord: null, Conceals: false })
        {
            throttle.Mark(unknown.Key);
            facts.Record(new AuditFact
            {
                AgencyId = agency.Id,
                Action = AuditActions.AddressUnknown,
                Target = Mask.Email(email),
                Outcome = AuditOutcome.Refused,
                At = time.GetUtcNow(),
            });
            return new AddressNotFound();
        }

        var (signIn, reference) = SignIn.Begin(start, StepOf(start, agency), time.GetUtcNow());
        db.SignIns.Add(signIn);
        var failure = signIn.Step == SignInStep.Code
            ? await codes.SendAsync(signIn, agency, CodeDestination.Email, cancellationToken)
            : null;
        return failure is null
            ? new SignInProgress(await reader.OfAsync(signIn, agency, cancellationToken), reference)
            : failure;
    }

    private SignInStep StepOf(SignInStart start, Agency agency) => start switch
    {
        { Audience: SignInAudience.Staff } => SignInStep.Code,
        _ when GoogleAddress.IsGmail(start.Email) && ways.OffersGoogle(agency.Settings) => SignInStep.Google,
        { Conceals: false, Mobile: not null } when options.Value.Texts => SignInStep.ChooseDestination,
        _ => SignInStep.Code,
    };
}
