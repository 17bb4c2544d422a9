using Portal.Contracts.Accounts;

namespace Portal.Contracts.Policies;

/// <summary>The named insured as it stood when the event happened.</summary>
public sealed record InsuredSnapshot
{
    /// <summary>The agency's own key for the client.</summary>
    public required string ClientRef { get; init; }

    /// <summary>Name of the client in full, as on its policies.</summary>
    public required string LegalName { get; init; }

    /// <summary>Name the client does business as, where it has one.</summary>
    public string? Dba { get; init; }

    /// <summary>Postal address.</summary>
    public required PostalAddress Address { get; init; }
}
