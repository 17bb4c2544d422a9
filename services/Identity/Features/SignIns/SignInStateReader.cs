using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;

namespace Portal.Identity.Features.SignIns;

/// <summary>Tells where a sign-in stands.</summary>
internal sealed class SignInStateReader(
    CodeDestinations destinations, AccessibleAccounts accounts, StaffSecondFactors factors)
{
    public async Task<SignInStateResponse> OfAsync(
        SignIn signIn, Agency agency, CancellationToken cancellationToken) => signIn.Step switch
        {
            SignInStep.ChooseClient => Choice(signIn, await accounts.OfAsync(signIn, cancellationToken)),
            SignInStep.SecondFactor => new SignInStateResponse
            {
                Step = signIn.Step,
                Email = signIn.Email,
                Factors = await factors.OfAsync(signIn, cancellationToken),
                TriesLeft = SignIn.MaxTries - signIn.SecondFactorTries,
            },
            SignInStep.EnrollSecondFactor => new SignInStateResponse
            {
                Step = signIn.Step,
                Email = signIn.Email,
                TriesLeft = SignIn.MaxTries - signIn.SecondFactorTries,
            },
            _ => AboutAddress(signIn, agency),
        };

    /// <summary>The choice of accounts.</summary>
    public static SignInStateResponse Choice(SignIn signIn, IReadOnlyList<AccessibleAccount> open) => new()
    {
        Step = SignInStep.ChooseClient,
        Email = signIn.Email,
        Clients =
        [
            .. open.Select(
                account => new ClientChoiceResponse(account.AccountId, account.ClientRef, account.LegalName)),
        ],
    };

    /// <summary>The end: where to go.</summary>
    public static SignInStateResponse Done(SignIn signIn, string home) =>
        new() { Step = SignInStep.Done, Email = signIn.Email, Next = signIn.ReturnTo ?? home };

    private SignInStateResponse AboutAddress(SignIn signIn, Agency agency) => new()
    {
        Step = signIn.Step,
        Email = signIn.Email,
        Destinations = destinations.Of(signIn),
        CodeSentTo = signIn.CodeSentTo,
        ResendAt = signIn.CodeSentAt + CodeDelivery.Gap,
        CodeExpiresAt = signIn.CodeExpiresAt,
        TriesLeft = signIn.CodeSentAt is null ? null : signIn.TriesLeft,
        GoogleUrl = signIn.Step == SignInStep.Google ? GoogleAddress.Of(agency, signIn.ReturnTo) : null,
    };
}
