namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>Whom the sign-in pages name; null for the agency's own.</summary>
public sealed record SignInContactRequest
{
    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }
}
