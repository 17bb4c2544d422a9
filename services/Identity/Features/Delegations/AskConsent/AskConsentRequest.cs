namespace Portal.Identity.Features.Delegations.AskConsent;

/// <summary>Asks a client to let the agency into the account.</summary>
public sealed record AskConsentRequest
{
    /// <summary>Why, in 3 to 300 characters; the client reads it.</summary>
    public string? Reason { get; init; }
}
