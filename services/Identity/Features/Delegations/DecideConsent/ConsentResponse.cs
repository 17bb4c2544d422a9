using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Delegations.DecideConsent;

/// <summary>Whether the agency may step into a client's account.</summary>
/// <param name="Given">Whether it may.</param>
/// <param name="ChangedAt">Since when.</param>
/// <param name="ChangedBy">Name of the person who decided; null where it stands as the account was made.</param>
/// <param name="AskedAt">When the agency last asked to be let in; null where it never did.</param>
internal sealed record ConsentResponse(bool Given, DateTimeOffset ChangedAt, string? ChangedBy, DateTimeOffset? AskedAt)
{
    public static ConsentResponse Of(Consent consent) =>
        new(consent.Given, consent.ChangedAt, consent.ChangedBy, consent.AskedAt);
}
