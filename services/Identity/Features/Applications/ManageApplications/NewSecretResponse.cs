using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>A secret that was just made, and is shown this once.</summary>
internal sealed record NewSecretResponse(Guid Id, string Secret, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static NewSecretResponse Of(ApplicationSecret secret, string text) =>
        new(secret.Id, text, secret.CreatedAt, secret.ExpiresAt);

    /// <summary>Never tells the secret.</summary>
    public override string ToString() => $"NewSecretResponse {{ Id = {Id} }}";
}

/// <summary>An application that was just registered, with its first secret where it proves itself by one.</summary>
internal sealed record NewApplicationResponse(ApplicationResponse Application, NewSecretResponse? Secret);
