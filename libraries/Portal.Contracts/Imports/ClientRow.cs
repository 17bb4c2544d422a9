using Portal.Contracts.Accounts;

namespace Portal.Contracts.Imports;

/// <summary>One row of clients.csv that passed the checks of its form.</summary>
public sealed record ClientRow
{
    /// <summary>Line of the file on which the row begins, from 1.</summary>
    public required int Line { get; init; }

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
}
