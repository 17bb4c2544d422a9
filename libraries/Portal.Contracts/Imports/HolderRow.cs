using Portal.Contracts.Accounts;

namespace Portal.Contracts.Imports;

/// <summary>One row of holders.csv that passed the checks of its form.</summary>
public sealed record HolderRow
{
    /// <summary>Line of the file on which the row begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Name of the certificate holder.</summary>
    public required string Name { get; init; }

    /// <summary>Postal address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Address that certificates are sent to.</summary>
    public required string Email { get; init; }

    /// <summary>Project or location that the certificate is for, where it is for one.</summary>
    public string? Project { get; init; }

    /// <summary>Policies that the holder is shown.</summary>
    public required Guid[] PolicyIds { get; init; }

    /// <summary>
    /// Whether the holder is to be an additional insured; a certificate says so where a policy gives it.
    /// </summary>
    public required bool AdditionalInsured { get; init; }

    /// <summary>Whether subrogation against the holder is to be waived; said where a policy gives it.</summary>
    public required bool WaiverOfSubrogation { get; init; }

    /// <summary>Whether cover is to be primary and noncontributory; said where a policy gives it.</summary>
    public required bool PrimaryNoncontributory { get; init; }

    /// <summary>Whether the holder gets a certificate when a policy it is shown renews.</summary>
    public required bool ReceivesRenewals { get; init; }

    /// <summary>Wording for the description of operations.</summary>
    public string? Description { get; init; }
}
