namespace Portal.Identity.Features.Delegations.DecideConsent;

/// <summary>Whether the agency may step into the account.</summary>
public sealed record ConsentRequest
{
    public bool? Given { get; init; }
}
