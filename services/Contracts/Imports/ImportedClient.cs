namespace Portal.Contracts;

/// <summary>The account that stands behind a client reference.</summary>
public sealed record ImportedClient
{
    public required string ClientRef { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Version of the account, as in <see cref="AccountChanged"/>.</summary>
    public required long Version { get; init; }
}
