namespace Portal.Web.Api.Partners;

/// <summary>A partner client: a system of somebody else that uses the API.</summary>
/// <param name="Id">Its client_id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Authentication">secret or private_key_jwt.</param>
/// <param name="Disabled">Whether it gets no tokens.</param>
/// <param name="DisabledAt">Since when it gets none.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it last got a token.</param>
/// <param name="Secrets">What is told of its secrets.</param>
/// <param name="Keys">Its public keys.</param>
public sealed record Partner(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    string Authentication,
    bool Disabled,
    DateTimeOffset? DisabledAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    IReadOnlyList<PartnerSecret> Secrets,
    IReadOnlyList<PartnerKey> Keys)
{
    public bool UsesSecrets => Authentication == "secret";
}

/// <summary>What is told of a secret, which never is the secret.</summary>
public sealed record PartnerSecret(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>A public key by its name.</summary>
public sealed record PartnerKey(string Kid, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>A partner client that was just made, with its first secret where it proves itself by one.</summary>
public sealed record NewPartner(Partner Application, NewSecret? Secret);

/// <summary>A secret that was just made.</summary>
public sealed record NewSecret(Guid Id, string Secret)
{
    /// <summary>Never tells the secret.</summary>
    public override string ToString() => $"NewSecret {{ Id = {Id} }}";
}
