namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>A secret to make.</summary>
public sealed record AddSecretRequest
{
    /// <summary>Instant from which the secret proves nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
