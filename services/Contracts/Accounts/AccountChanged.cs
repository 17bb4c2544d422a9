namespace Portal.Contracts;

/// <summary>An account (a client of the agency) was added or changed. Carries the whole account as it now stands.</summary>
public sealed record AccountChanged
{
    public required Guid AccountId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Grows with each change of the account; an older version never overwrites a newer one.</summary>
    public required long Version { get; init; }

    /// <summary>The agency's own key for the client.</summary>
    public required string ClientRef { get; init; }

    public required string LegalName { get; init; }

    /// <summary>Name the client does business as, where it has one.</summary>
    public string? Dba { get; init; }

    public required PostalAddress Address { get; init; }

    public required string ContactName { get; init; }

    public required string ContactEmail { get; init; }

    /// <summary>Mobile number in E.164.</summary>
    public string? ContactMobile { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
