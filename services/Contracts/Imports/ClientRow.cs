namespace Portal.Contracts;

/// <summary>One row of clients.csv that passed the checks of its form.</summary>
public sealed record ClientRow
{
    /// <summary>Line of the file on which the row begins, from 1.</summary>
    public required int Line { get; init; }

    public required string ClientRef { get; init; }

    public required string LegalName { get; init; }

    public string? Dba { get; init; }

    public required PostalAddress Address { get; init; }

    public required string ContactName { get; init; }

    public required string ContactEmail { get; init; }

    /// <summary>Mobile number in E.164.</summary>
    public string? ContactMobile { get; init; }
}
