using Portal.Contracts.Accounts;

namespace Portal.Identity.Domain.Accounts;

/// <summary>What the agency knows of a client.</summary>
internal sealed record AccountDetails
{
    public required string LegalName { get; init; }

    /// <summary>Name the client does business as, where it has one.</summary>
    public string? Dba { get; init; }

    public required PostalAddress Address { get; init; }

    public required Contact PrimaryContact { get; init; }
}
