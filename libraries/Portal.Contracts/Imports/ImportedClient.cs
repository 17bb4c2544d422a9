using Portal.Contracts.Accounts;

namespace Portal.Contracts.Imports;

/// <summary>The account that stands behind a client reference.</summary>
public sealed record ImportedClient
{
    /// <summary>The agency's own key for the client.</summary>
    public required string ClientRef { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Version of the account, as in <see cref="AccountChanged"/>.</summary>
    public required long Version { get; init; }
}
