namespace Portal.Contracts;

/// <summary>One row of holders.csv that passed the checks of its form.</summary>
public sealed record HolderRow
{
    /// <summary>Line of the file on which the row begins, from 1.</summary>
    public required int Line { get; init; }

    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    public required string Email { get; init; }

    public string? Project { get; init; }

    /// <summary>Policies that the holder is shown.</summary>
    public required Guid[] PolicyIds { get; init; }

    public required bool AdditionalInsured { get; init; }

    public required bool WaiverOfSubrogation { get; init; }

    public required bool PrimaryNoncontributory { get; init; }

    /// <summary>Whether the holder gets a certificate when a policy it is shown renews.</summary>
    public required bool ReceivesRenewals { get; init; }

    /// <summary>Wording for the description of operations.</summary>
    public string? Description { get; init; }
}
