using Microsoft.Extensions.Options;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;

namespace Portal.Identity.Features.SignIns;

/// <summary>Where the code of a sign-in may go.</summary>
internal sealed class CodeDestinations(IOptions<SignInOptions> options)
{
    /// <summary>
    /// The number that a text may go to: the one that every account which the address opens has on file. Whoever holds
    /// the telephone of one client's contact is not let into another client's account by it.
    /// </summary>
    public static string? MobileOf(IReadOnlyList<AccessibleAccount> accounts) =>
        accounts.Select(account => account.Mobile).Distinct(StringComparer.Ordinal).ToArray() is [{ Length: > 0 } only]
            ? only
            : null;

    /// <summary>
    /// What is offered. Where addresses are concealed a text always is, without its number, since its being there or
    /// not would tell of a person.
    /// </summary>
    public IReadOnlyList<DestinationResponse> Of(SignIn signIn)
    {
        var email = new DestinationResponse(CodeDestination.Email, Mask.Email(signIn.Email));
        return OffersMobile(signIn)
            ? [
                email,
                new DestinationResponse(CodeDestination.Mobile, Mask.Mobile(signIn.Conceals ? null : signIn.Mobile)),
            ]
            : [email];
    }

    public bool Allows(SignIn signIn, CodeDestination destination) =>
        destination == CodeDestination.Email || OffersMobile(signIn);

    private bool OffersMobile(SignIn signIn) =>
        options.Value.Texts && signIn.Audience == SignInAudience.Client
            && (signIn.Conceals || signIn.Mobile is not null);
}
