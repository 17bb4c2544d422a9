namespace Portal.Contracts.Accounts;

/// <summary>
/// An account (a client of the agency) was added or changed. Carries the whole account as it now stands.
/// </summary>
public sealed record AccountChanged
{
    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Grows with each change of the account; an older version never overwrites a newer one.</summary>
    public required long Version { get; init; }

    /// <summary>The agency's own key for the client.</summary>
    public required string ClientRef { get; init; }

    /// <summary>Name of the client in full, as on its policies.</summary>
    public required string LegalName { get; init; }

    /// <summary>Name the client does business as, where it has one.</summary>
    public string? Dba { get; init; }

    /// <summary>Postal address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Name of the primary contact.</summary>
    public required string ContactName { get; init; }

    /// <summary>Email address of the primary contact.</summary>
    public required string ContactEmail { get; init; }

    /// <summary>Mobile number in E.164.</summary>
    public string? ContactMobile { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
