using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>An application; <c>id</c> is its client_id. Last uses are up to a minute older than the truth.</summary>
internal sealed record ApplicationResponse(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    ApplicationAuthentication Authentication,
    bool Disabled,
    DateTimeOffset? DisabledAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    IReadOnlyList<SecretResponse> Secrets,
    IReadOnlyList<KeyResponse> Keys)
{
    public static ApplicationResponse Of(Application client) => new(
        client.Id,
        client.Name,
        client.Scopes,
        client.Authentication,
        client.DisabledAt is not null,
        client.DisabledAt,
        client.CreatedAt,
        client.LastUsedAt,
        [.. client.Secrets.OrderBy(secret => secret.CreatedAt).Select(SecretResponse.Of)],
        [.. client.Keys.OrderBy(key => key.CreatedAt).ThenBy(key => key.Kid, StringComparer.Ordinal)
            .Select(KeyResponse.Of)]);
}

/// <summary>What is told of a secret, which never is the secret.</summary>
internal sealed record SecretResponse(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    public static SecretResponse Of(ApplicationSecret secret) =>
        new(secret.Id, secret.CreatedAt, secret.ExpiresAt, secret.LastUsedAt);
}

/// <summary>A public key of an application.</summary>
internal sealed record KeyResponse(string Kid, string X, string Y, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static KeyResponse Of(ApplicationKey key) => new(key.Kid, key.X, key.Y, key.CreatedAt, key.LastUsedAt);
}
