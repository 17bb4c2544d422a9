using Portal.Contracts.Accounts;

namespace Portal.Certificates.Domain.Shares;

/// <summary>A certificate holder as the certificate addresses it, and where its certificates are sent.</summary>
public sealed record HolderDetails
{
    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    /// <summary>The one address that certificates are sent to.</summary>
    public required string Email { get; init; }
}
